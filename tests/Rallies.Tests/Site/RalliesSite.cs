using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Rallies.Storage;
using Rallies.Tests.Towns;
using Rallies.Web.Feeds;

namespace Rallies.Tests.Site;

/// <summary>The whole site in this process, its real pipeline on SQLite in a folder of its own; noon on Thursday 1 June 2028.</summary>
public sealed class RalliesSite : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rallies-site-");

    public FakeClock Clock { get; } = FakeClock.At("Europe/London", new(2028, 6, 1, 12, 0));

    /// <summary>Puts into the database what a test takes as given, in this order.</summary>
    public async Task Holds(params object[] given)
    {
        await using var context = await Database();
        foreach (var thing in given)
        {
            context.Add(thing);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await TimePasses(Duration.Zero);
    }

    /// <summary>The clock goes on, and what time alone changes in feeds is published.</summary>
    public async Task TimePasses(Duration duration)
    {
        Clock.Advance(duration);
        await Services.GetRequiredService<FeedPublishing>().PublishAsync(null, TestContext.Current.CancellationToken);
    }

    public Task<RalliesContext> Database() =>
        Services.GetRequiredService<IDbContextFactory<RalliesContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    /// <summary>A browser that keeps its cookies and follows nothing.</summary>
    public HttpClient Visitor(string languages = "en-GB")
    {
        var visitor = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        visitor.DefaultRequestHeaders.Add("Accept", "text/html,*/*;q=0.8");
        visitor.DefaultRequestHeaders.Add("Accept-Language", languages);
        return visitor;
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        MigratedFile.CopyTo(folder.FullName).GetAwaiter().GetResult();
        builder.ConfigureHostConfiguration(settings =>
            settings.AddInMemoryCollection([
                new("Rallies:DataDirectory", folder.FullName),
                new("ConnectionStrings:Rallies", ""),
                new("Rallies:Demo", "false"),
                new("Logging:LogLevel:Default", "Warning"),
            ])
        );
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureTestServices(services =>
            services.AddSingleton<IClock>(Clock).AddSingleton(RealGazetteer.Instance).WithoutCircuits()
        );

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
