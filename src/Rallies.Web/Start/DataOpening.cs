using Microsoft.EntityFrameworkCore;
using Rallies.Storage;
using Rallies.Web.Feeds;
using Rallies.Web.Mail;
using Rallies.Web.Settings;
using Rallies.Web.Towns;

namespace Rallies.Web.Start;

/// <summary>What happens between building the site and answering the first request.</summary>
internal static partial class DataOpening
{
    public static async Task OpenDataAsync(this WebApplication app, RalliesSettings settings)
    {
        var directory = DataDirectory.Hold(settings.DataDirectory);
        app.Lifetime.ApplicationStopped.Register(directory.Dispose);
        var cancellation = app.Lifetime.ApplicationStopping;
        await DataDirectory.MigrateAsync(settings, cancellation);
        app.Services.GetRequiredService<Gazetteer>(); // read now, not at the first visitor's expense
        await KeepUidDomainAsync(app, settings, cancellation);
        await app.Services.GetRequiredService<SiteKey>().LoadAsync(cancellation);
        await GreetNewHostAsync(app, settings, cancellation);
    }

    // Calendar UIDs keep the domain of the first start for ever, whatever the site is called later.
    private static async Task KeepUidDomainAsync(WebApplication app, RalliesSettings settings, CancellationToken cancellation)
    {
        await using var context = await app
            .Services.GetRequiredService<IDbContextFactory<RalliesContext>>()
            .CreateDbContextAsync(cancellation);
        var fact = await context.SiteFacts.SingleOrDefaultAsync(f => f.Name == SiteFact.UidDomain, cancellation);
        if (fact is null)
        {
            fact = new SiteFact(SiteFact.UidDomain, settings.UidDomain ?? settings.PublicUrl?.IdnHost ?? "rallies.localhost");
            context.SiteFacts.Add(fact);
            await context.SaveChangesAsync(cancellation);
        }
        app.Services.GetRequiredService<UidDomain>().Value = fact.Value;
    }

    // A private link is printed only when somebody asks for it: a console's output ends up in a journal.
    private static async Task GreetNewHostAsync(WebApplication app, RalliesSettings settings, CancellationToken cancellation)
    {
        if (settings.Demo)
            return;
        await using var context = await app
            .Services.GetRequiredService<IDbContextFactory<RalliesContext>>()
            .CreateDbContextAsync(cancellation);
        if (!await context.Grants.AnyAsync(g => g.Role == Domain.Permissions.Role.Admin && g.RevokedAt == null, cancellation))
            LogNobodyRunsIt(app.Logger);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Nobody runs this site yet. Start the program once more with 'admin link' and the same settings: it prints a private link for you."
    )]
    private static partial void LogNobodyRunsIt(ILogger logger);
}
