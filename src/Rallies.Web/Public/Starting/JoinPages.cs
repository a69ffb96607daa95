using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Rallies.Domain;
using Rallies.Storage;
using Rallies.Web.Guards;
using Rallies.Web.Public.Forms;
using Rallies.Web.UseCases;

namespace Rallies.Web.Public.Starting;

/// <summary>Asking to organise a rally together with those who have started it.</summary>
internal static class JoinPages
{
    public static void MapJoining(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Join, ShowAsync);
        pages.MapPost(Addresses.Join, AskAsync).DisableAntiforgery().Limited(RateLimited.AskingForMail);
    }

    private static async Task<IResult> ShowAsync(
        string day,
        string town,
        HttpContext http,
        IDbContextFactory<RalliesContext> database,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        return await FindAsync(day, town, database, cancellation) is { } rally
            ? PublicPage.Show<JoinPage>(rally)
            : PublicPage.NotFound(http);
    }

    private static async Task<IResult> AskAsync(
        string day,
        string town,
        [FromForm] string? mail,
        [FromForm] string? message,
        [FromForm] string? website,
        HttpContext http,
        IDbContextFactory<RalliesContext> database,
        AskToJoin ask,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await FindAsync(day, town, database, cancellation) is not { } rally)
            return PublicPage.NotFound(http);
        rally = rally with { Mail = Typed.Line(mail), Message = Typed.Lines(message) };
        var faults = Faults(rally, website).ToList();
        if (faults.Count > 0)
            return PublicPage.Show<JoinPage>(rally with { Faults = faults }, StatusCodes.Status422UnprocessableEntity);
        _ = Mailbox.TryRead(mail, out var from);
        return await ask.AskAsync(day, town, from!, rally.Message, cancellation) switch
        {
            AskToJoin.Outcome.Asked => PublicPage.Show<JoinPage>(rally with { Asked = true }),
            AskToJoin.Outcome.NobodyToAsk => PublicPage.Show<JoinPage>(rally with { CanBeAsked = false }, StatusCodes.Status409Conflict),
            AskToJoin.Outcome.EnoughForToday => PublicPage.Show<JoinPage>(
                rally with
                {
                    Faults = [new Fault("message", "enough")],
                },
                StatusCodes.Status429TooManyRequests
            ),
            _ => PublicPage.NotFound(http),
        };
    }

    private static IEnumerable<Fault> Faults(JoinModel rally, string? website)
    {
        if (rally.Message.Length is 0 or > AskToJoin.MaxMessageLength)
            yield return new Fault("message", rally.Message.Length == 0 ? "message.missing" : "message.long");
        if (!Mailbox.TryRead(rally.Mail, out _))
            yield return new Fault("mail", rally.Mail.Length == 0 ? "mail.missing" : "mail.wrong");
        if (!string.IsNullOrEmpty(website))
            yield return new Fault("message", "website.filled");
    }

    private static async Task<JoinModel?> FindAsync(
        string day,
        string town,
        IDbContextFactory<RalliesContext> database,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await (
            from d in context.Days
            join r in context.Rallies on d.Id equals r.DayId
            where d.Slug == day && r.Slug == town && r.HiddenAt == null && r.MergedIntoId == null
            select new JoinModel(d.Slug, d.Name, r.Slug, r.Town.Name, r.ContactConfirmedAt != null && r.SealedContact != null)
        ).SingleOrDefaultAsync(cancellation);
    }
}

/// <summary>What the page for joining shows.</summary>
/// <param name="CanBeAsked">False while nobody has confirmed an address for the rally.</param>
public sealed record JoinModel(string Day, string DayName, string Rally, string TownName, bool CanBeAsked)
{
    public string Mail { get; init; } = "";
    public string Message { get; init; } = "";
    public bool Asked { get; init; }
    public IReadOnlyList<Fault> Faults { get; init; } = [];
}
