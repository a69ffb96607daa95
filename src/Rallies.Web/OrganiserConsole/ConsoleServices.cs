using Radzen;
using Rallies.Web.OrganiserConsole.Days;
using Rallies.Web.OrganiserConsole.Disputes;
using Rallies.Web.OrganiserConsole.HandingOver;
using Rallies.Web.OrganiserConsole.Importing;
using Rallies.Web.OrganiserConsole.Links;
using Rallies.Web.OrganiserConsole.Merging;
using Rallies.Web.OrganiserConsole.OneRally;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.OrganiserConsole.Rehearsals;
using Rallies.Web.OrganiserConsole.Saying;
using Rallies.Web.OrganiserConsole.TheCount;
using Rallies.Web.OrganiserConsole.WhoSpeaks;

namespace Rallies.Web.OrganiserConsole;

/// <summary>The organisers' console: Blazor on circuits, for few people, behind a private link.</summary>
internal static class ConsoleServices
{
    // A text that is typed or pasted travels twice in one message: as the event's value, and as the field's.
    private const int MostBytesAtOnce = 1024 * 1024;

    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(options => options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(15))
            .AddHubOptions(options => options.MaximumReceiveMessageSize = MostBytesAtOnce);
        services.AddRadzenComponents();
        services
            .AddSingleton<ReachReads>()
            .AddSingleton<RalliesToEdit>()
            .AddSingleton<MergeReads>()
            .AddSingleton<OwnerReads>()
            .AddSingleton<LinkReads>()
            .AddSingleton<TakenInReads>()
            .AddSingleton<DaysToEdit>()
            .AddSingleton<OutboxReads>()
            .AddSingleton<OrderReads>()
            .AddSingleton<CodeReads>()
            .AddSingleton<SaidReads>()
            .AddSingleton<DisputeReads>();
        return services
            .AddScoped<Visitor>()
            .AddScoped<ConsoleScript>()
            .AddScoped<Drafts>()
            .AddTransient<RallyDesk>()
            .AddTransient<MergeDesk>()
            .AddTransient<HandOverDesk>()
            .AddTransient<LinkDesk>()
            .AddTransient<DayDesk>()
            .AddTransient<OrderDesk>()
            .AddTransient<CountDesk>()
            .AddTransient<CodeDesk>()
            .AddTransient<SayDesk>()
            .AddTransient<DisputeDesk>()
            .AddTransient<ImportDesk>()
            .AddTransient<RehearsalDesk>();
    }

    public static void MapConsole(this WebApplication app) =>
        app.MapRazorComponents<ConsoleDocument>()
            // The site's own policy already says who may frame it.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .WithStaticAssets();
}
