using System.IO.Compression;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Rallies.Web.Settings;

namespace Rallies.Web.Guards;

/// <summary>What stands between the network and the site, in the order a request meets it.</summary>
internal static class GuardServices
{
    public static IServiceCollection AddGuards(this IServiceCollection services, RalliesSettings settings)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "rallies-form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // the content security policy says it for every page
        });
        services.AddProblemDetails();
        services.AddSingleton<RateLimits>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/json", "application/problem+json", "text/csv", "text/plain", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.TrustedProxies)
                options.KnownIPNetworks.Add(network);
        });
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        // A request goes on where its bytes came in, and an answer where it was made, without a hop to another thread each. Whoever
        // has no work waits on the thread pool all the same, so a handler that takes long keeps no other connection waiting.
        services.Configure<SocketTransportOptions>(options => options.UnsafePreferInlineScheduling = true);
        return services;
    }

    /// <summary>Before everything that asks who calls, or under which name.</summary>
    public static void UseProxies(this WebApplication app, RalliesSettings settings)
    {
        if (settings.TrustedProxies.Count == 0)
            return;
        app.UseForwardedHeaders();
        app.UseMiddleware<HttpsOnly>();
    }

    /// <summary>What concerns every request, before anything is looked for.</summary>
    public static void UseFirstGuards(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<HeadAsGet>();
    }

    /// <summary>What answers in a language, and so comes after it is known.</summary>
    public static void UseGuards(this WebApplication app)
    {
        app.UseMiddleware<Mishaps>();
        app.UseMiddleware<RateLimitCheck>();
        app.UseResponseCompression();
        app.UseMiddleware<UnknownAddresses>();
        app.UseMiddleware<CrossSiteWrites>();
    }
}
