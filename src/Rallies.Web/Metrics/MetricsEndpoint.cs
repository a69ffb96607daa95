using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Rallies.Storage;
using Rallies.Web.Settings;

namespace Rallies.Web.Metrics;

/// <summary>How the site is doing, for a program that asks every few seconds: with the token, or without one from this machine itself.</summary>
internal static class MetricsEndpoint
{
    private const string TextFormat = "text/plain; version=0.0.4; charset=utf-8";

    // What a web server in front leaves behind; the last is where ASP.NET Core puts what it has taken in.
    private static readonly string[] forwarding =
    [
        "X-Forwarded-For",
        "Forwarded",
        "X-Real-IP",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Original-For",
    ];

    public static IServiceCollection AddSiteMetrics(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SiteMeter(provider.GetRequiredService<IMeterFactory>().Create(SiteMeter.Name)));
        services.AddSingleton<SiteGauges>();
        services.AddSingleton<PrometheusText>();
        return services;
    }

    public static void MapMetrics(this WebApplication app)
    {
        app.Services.GetRequiredService<SiteGauges>();
        app.Services.GetRequiredService<PrometheusText>(); // listens from the start
        app.MapGet(Addresses.Metrics, ShowAsync);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ShowAsync(
        HttpContext http,
        RalliesSettings settings,
        PrometheusText metrics,
        IDbContextFactory<RalliesContext> database,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (WhyNot(http, settings.MetricsToken) is { } refusal)
            return refusal;
        await using var context = await database.CreateDbContextAsync(cancellation);
        var waiting = await context.Outbox.CountAsync(m => m.SentAt == null && m.SealedBody != null, cancellation);
        return TypedResults.Text(
            metrics.Read()
                + $"# HELP rallies_outbox_waiting Mails that wait to be sent.\n# TYPE rallies_outbox_waiting gauge\nrallies_outbox_waiting {waiting}\n",
            TextFormat
        );
    }

    private static ProblemHttpResult? WhyNot(HttpContext http, string? token)
    {
        if (token is not null)
        {
            if (Shows(http.Request.Headers.Authorization.ToString(), token))
                return null;
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem("Show the token of Rallies:Metrics:Token.", statusCode: StatusCodes.Status401Unauthorized);
        }
        var isHere = http.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer);
        return isHere && !forwarding.Any(http.Request.Headers.ContainsKey)
            ? null
            : TypedResults.Problem(
                "Metrics are for this machine itself. Set Rallies:Metrics:Token to read them from elsewhere.",
                statusCode: StatusCodes.Status403Forbidden
            );
    }

    private static bool Shows(string authorization, string token) =>
        authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(authorization["Bearer ".Length..].Trim())),
            SHA256.HashData(Encoding.UTF8.GetBytes(token))
        );
}
