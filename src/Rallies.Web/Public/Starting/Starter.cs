using Rallies.Domain;
using Rallies.Web.Access;
using Rallies.Web.Guards;
using Rallies.Web.Settings;
using Rallies.Web.Towns;
using Rallies.Web.UseCases;

namespace Rallies.Web.Public.Starting;

/// <summary>The end of the walk: starts the rally and shows that it is live.</summary>
internal sealed class Starter(StartRally start, RateLimits limits, Gazetteer gazetteer, PublicAddress address, RalliesSettings settings)
{
    public Town? TownOf(StartAnswers answers) => gazetteer.Find(answers.Town);

    /// <param name="answers">Found good by the walk.</param>
    public async Task<IResult> StartAsync(StartDay day, StartAnswers answers, HttpContext http, CancellationToken cancellation)
    {
        if (limits.SecondsToWait(http, RateLimited.Starting) is { } seconds)
        {
            await RateLimits.RefuseAsync(http, seconds);
            return Results.Empty;
        }
        var place = answers.IsUnfixed ? null : new MeetingPoint(answers.Place, answers.Directions, null);
        _ = Mailbox.TryRead(answers.Mail, out var contact);
        var wish = new StartRally.Wish(day.Slug, TownOf(answers)!, place, contact!)
        {
            Form = answers.Form,
            DifferentBecause = answers.Different.Length <= Rally.MaxReasonLength ? answers.Different : "",
        };
        switch (await start.StartAsync(wish, cancellation))
        {
            case StartRally.Outcome.Started live:
                await GrantCookie.GiveAsync(http, live.Grant);
                http.Response.Headers["Referrer-Policy"] = "no-referrer";
                return PublicPage.Show<LivePage>(
                    new LiveRally(
                        day,
                        wish.Town.Name,
                        address.Origin.Authority,
                        live.Town,
                        address.Absolute(Addresses.ForPrivateLink(live.OwnerLink.Text)),
                        contact!,
                        !live.Mailed ? "mail.enough"
                            : settings.Smtp is null ? "mail.waits"
                            : "mail"
                    )
                );
            case StartRally.Outcome.StartedBefore before:
                return PublicPage.Show<LivePage>(
                    new LiveRally(day with { Slug = before.Day }, wish.Town.Name, address.Origin.Authority, before.Town, null, "", "")
                );
            case StartRally.Outcome.NoSuchDay:
                return PublicPage.NotFound(http);
            default:
                return PublicPage.Show<StartClosedPage>(day, StatusCodes.Status410Gone);
        }
    }
}

/// <summary>A rally that has just gone live.</summary>
/// <param name="Host">Of the site, as printed.</param>
/// <param name="Link">The owner's; null when this form was told it long ago.</param>
/// <param name="MailWord">The name of the sentence that says what became of the mail.</param>
public sealed record LiveRally(StartDay Day, string TownName, string Host, string Rally, string? Link, string Contact, string MailWord);

/// <summary>The days to choose from, and the town that goes along.</summary>
public sealed record StartChoice(IReadOnlyList<StartDay> Days, string? Town);
