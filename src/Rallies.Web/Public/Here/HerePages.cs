using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Api;
using Rallies.Web.Counting;
using Rallies.Web.Public.Forms;
using Rallies.Web.Words;

namespace Rallies.Web.Public.Here;

/// <summary>"I'm here": what the QR code at a rally opens.</summary>
internal static class HerePages
{
    public static void MapHere(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Here, ShowAsync);
        pages.MapPost(Addresses.Here, CheckInAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        string day,
        string town,
        string? counted,
        string? with,
        HttpContext http,
        CountBook book,
        HereDoors doors,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (!Domain.Slug.IsValid(day) || !Domain.Slug.IsValid(town))
            return PublicPage.NotFoundOrLowerCase(http);
        if (book.Find(day, town) is not { } rally || await doors.NameAsync(day, town, cancellation) is not { } name)
            return PublicPage.NotFound(http);
        var answers = new HereAnswers { Id = counted ?? "", With = with ?? "" };
        if (answers.FormId is { } id && rally.FingerprintOf(id) is { } known)
            return doors.Counted(name, rally, IsThis(known, id, rally, answers.Others) ? answers.Others : null);
        if (doors.Shut(rally.Rally) is { } why)
            return await doors.ShutAsync(why, name, rally, StatusCodes.Status200OK, cancellation);
        return PublicPage.Show<HerePage>(doors.Form(http, name, rally.Rally));
    }

    private static async Task<IResult> CheckInAsync(
        string day,
        string town,
        HttpContext http,
        CountBook book,
        CheckInAtRally checkIns,
        HereDoors doors,
        IClock clock,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (book.Find(day, town) is not { } rally || await doors.NameAsync(day, town, cancellation) is not { } name)
            return PublicPage.NotFound(http);
        var answers = HereAnswers.Of(await SentForm.ReadAsync(http.Request, cancellation));
        var form = doors.Form(http, name, rally.Rally, answers);
        if (answers.FormId is not { } id)
            return Wrong(form, "with", "once-more");
        if (answers.Others is not { } others)
            return Wrong(form, "with", "with.wrong");
        try
        {
            return
                await checkIns.DoAsync(rally, Made(id, rally, others, clock.GetCurrentInstant()), answers.CodeTyped, http, cancellation)
                    is { } answer
                ? await SayAsync(answer, form, rally, http, doors, cancellation)
                : Later(http, form, "code", "code.tries", StatusCodes.Status429TooManyRequests, CodeTries.Within);
        }
        catch (WriterBusyException)
        {
            return Later(http, form, "with", "busy", StatusCodes.Status503ServiceUnavailable, WriterBusyException.RetryAfter);
        }
    }

    private static async Task<IResult> SayAsync(
        CheckInAnswer answer,
        HereForm form,
        RallyCount rally,
        HttpContext http,
        HereDoors doors,
        CancellationToken cancellation
    )
    {
        switch (answer.Outcome)
        {
            // A phone that has been counted has been counted, whatever it says the second time.
            case CheckInOutcome.CheckedIn or CheckInOutcome.AlreadyCheckedIn or CheckInOutcome.IdReused:
                return SeeOther.To(http, SameLanguage.In(http.Request, Counted(form)));
            case CheckInOutcome.WrongCode:
                return Wrong(form, "code", "code.wrong");
            case CheckInOutcome.CodeNeeded:
                return Wrong(form, "code", "code.needed");
            case CheckInOutcome.TooManyWithoutCode:
                return Wrong(form, "code", "code.for-many");
            default:
                var why = doors.Shut(rally.Rally) ?? WhyShut.Ended;
                return await doors.ShutAsync(why, form.Rally, rally, StatusCodes.Status409Conflict, cancellation);
        }
    }

    private static string Counted(HereForm form) =>
        QueryHelpers.AddQueryString(
            Addresses.ForHere(form.Rally.Day, form.Rally.Town),
            new Dictionary<string, string?> { ["counted"] = form.Answers.Id, ["with"] = form.Answers.With }
        );

    private static IResult Wrong(HereForm form, string field, string word, int status = StatusCodes.Status422UnprocessableEntity) =>
        PublicPage.Show<HerePage>(form with { Faults = [new Fault(field, word)] }, status);

    private static IResult Later(HttpContext http, HereForm form, string field, string word, int status, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Wrong(form, field, word, status);
    }

    private static CheckIn Made(Guid id, RallyCount rally, int others, Instant now) =>
        new()
        {
            Id = id,
            RallyId = rally.Rally.Id,
            With = others,
            ReceivedAt = now.ToMilliseconds(),
            IsSure = false,
        };

    private static bool IsThis(long known, Guid id, RallyCount rally, int? others) =>
        others is { } said && known == Fingerprint.Of(Made(id, rally, said, default));
}
