using Rallies.Web.Guards;
using Rallies.Web.Public.Boards;
using Rallies.Web.Public.Days;
using Rallies.Web.Public.Embedding;
using Rallies.Web.Public.Front;
using Rallies.Web.Public.Here;
using Rallies.Web.Public.InTown;
using Rallies.Web.Public.Pickets;
using Rallies.Web.Public.Pledging;
using Rallies.Web.Public.Press;
using Rallies.Web.Public.Starting;
using Rallies.Web.Public.Subscribing;
using Rallies.Web.Public.Texts;

namespace Rallies.Web.Public;

/// <summary>The pages everybody may read.</summary>
internal static class PublicPages
{
    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddStarting();
        services.AddSingleton<BoardViews>();
        services.AddSingleton<EmbedEndpoint>();
        services.AddPress();
        services.AddSingleton<HereDoors>();
        services.AddSingleton<CalendarChoices>();
        services.AddKeptPledges();
        services.AddCalendarCheck();
        return services;
    }

    public static void MapPublicPages(this WebApplication app)
    {
        var pages = app.MapGroup("").WithFingerprintedAssets(app).FollowingMerges();
        pages.MapGet(Addresses.Front, FrontEndpoint.ShowAsync);
        pages.MapGet(Addresses.Day, DayEndpoint.ShowAsync);
        pages.MapGet(Addresses.Board, BoardEndpoint.ShowAsync);
        pages.MapPress();
        pages.MapGet(Addresses.Embed, EmbedEndpoint.ShowAsync);
        pages.MapGet(Addresses.Town, RallyEndpoint.ShowAsync);
        pages.MapGet(Addresses.CalendarPage, CalendarEndpoint.ShowAsync);
        pages.MapCalendarCheck();
        pages.MapPledging();
        pages.MapPickets();
        pages.MapStarting();
        pages.MapHere();
        pages.MapGet(Addresses.About, TextEndpoints.About);
        pages.MapGet(Addresses.Privacy, TextEndpoints.Privacy);
        pages.MapGet(Addresses.Accessibility, TextEndpoints.Accessibility);
        pages.MapGet(Addresses.Robots, TextEndpoints.Robots);
    }
}
