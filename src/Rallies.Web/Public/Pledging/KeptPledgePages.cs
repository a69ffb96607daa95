using Microsoft.AspNetCore.Mvc;
using Rallies.Domain.Permissions;
using Rallies.Web.Guards;
using Rallies.Web.Public.Forms;
using Rallies.Web.UseCases;

namespace Rallies.Web.Public.Pledging;

/// <summary>A pledge's own page: change how many, withdraw, and for whoever comes by the mail, confirm the address.</summary>
internal static class KeptPledgePages
{
    public static void MapKeptPledges(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.PledgeKept, ShowAsync);
        pages.MapPost(Addresses.PledgeKept, ChangeAsync).DisableAntiforgery().Limited(RateLimited.Pledging);
    }

    public static IServiceCollection AddKeptPledges(this IServiceCollection services) => services.AddSingleton<KeptPledgeViews>();

    private static async Task<IResult> ShowAsync(string secret, HttpContext http, KeptPledgeViews views, CancellationToken cancellation)
    {
        KeepToThemselves(http);
        return Secret.TryParse(secret, out var parsed) && await views.FindAsync(parsed, cancellation) is { } view
            ? PublicPage.Show<KeptPledgePage>(view)
            : PublicPage.NotFound(http);
    }

    /// <param name="act">bring, withdraw, confirm, or for a calendar of their own calendar and join.</param>
    private static async Task<IResult> ChangeAsync(
        string secret,
        [FromForm] string? act,
        [FromForm] string? bringing,
        [FromForm] string? others,
        [FromForm] string? address,
        HttpContext http,
        KeptPledgeViews views,
        KeepPledge pledges,
        KeepPersonalCalendar calendars,
        CancellationToken cancellation
    )
    {
        KeepToThemselves(http);
        if (!Secret.TryParse(secret, out var parsed) || await views.FindAsync(parsed, cancellation) is not { } view)
            return PublicPage.NotFound(http);
        var howMany = HowMany.Of(bringing, others);
        if (act == "bring" && howMany.Fault is { } fault)
            return PublicPage.Show<KeptPledgePage>(
                view with
                {
                    HowMany = howMany,
                    Faults = [fault],
                },
                StatusCodes.Status422UnprocessableEntity
            );
        if (act == "calendar" && await calendars.MakeAsync(parsed, cancellation) is { } calendar)
            return PublicPage.Show<KeptPledgePage>(view with { Calendar = views.CalendarAt(calendar) });
        if (act == "join")
            return await JoinAsync(http, view, parsed, Typed.Line(address), calendars, cancellation);
        Change? change = act switch
        {
            "bring" => await pledges.BringAsync(parsed, howMany.Number!.Value, cancellation),
            "withdraw" => await pledges.WithdrawAsync(parsed, cancellation),
            "confirm" => await pledges.ConfirmMailAsync(parsed, cancellation),
            _ => null,
        };
        if (change is Change.Made or Change.AlreadySo)
            return SeeOther.To(http, Addresses.ForPledgeKept(parsed.Text));
        // The page as it is says why not: the rally is off or over, the mail's time has passed, or nothing was asked for.
        return PublicPage.Show<KeptPledgePage>(
            view,
            change is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict
        );
    }

    private static async Task<IResult> JoinAsync(
        HttpContext http,
        KeptPledgeView view,
        Secret pledge,
        string pasted,
        KeepPersonalCalendar calendars,
        CancellationToken cancellation
    )
    {
        var name = pasted.Split('?')[0].Split('/')[^1];
        if (
            Secret.TryParse(name.EndsWith(".ics", StringComparison.Ordinal) ? name[..^4] : name, out var calendar)
            && await calendars.JoinAsync(pledge, calendar, cancellation) != Change.NotFound
        )
            return SeeOther.To(http, Addresses.ForPledgeKept(pledge.Text));
        return PublicPage.Show<KeptPledgePage>(
            view with
            {
                Pasted = pasted,
                Faults = [new Fault("address", pasted.Length == 0 ? "address.missing" : "address.unknown")],
            },
            StatusCodes.Status422UnprocessableEntity
        );
    }

    private static void KeepToThemselves(HttpContext http)
    {
        PublicPage.NeverKept(http);
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
    }
}
