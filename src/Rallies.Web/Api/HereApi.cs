using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rallies.Domain.Counting;
using Rallies.Web.Counting;
using Rallies.Web.Guards;
using Rallies.Web.Live;
using Rallies.Web.Rehearsing;

namespace Rallies.Web.Api;

/// <summary>"I'm here", for programs and for the page behind the QR code.</summary>
internal static class HereApi
{
    private const int MostBytes = 4 * 1024;
    private const string NoCode = "?"; // of a kind that no code is: a wrong one

    public static void MapHereApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/days/{day}/rallies/{town}/here", CheckInAsync)
            .TellsWhenBusy()
            .Bare()
            .Produces<BoardRow>(StatusCodes.Status201Created)
            .Produces<BoardRow>()
            .WithSummary("Check in");
    }

    private static async Task<IResult> CheckInAsync(
        string day,
        string town,
        HttpContext http,
        CountBook book,
        CheckInAtRally checkIns,
        RehearsedDays rehearsed,
        IClock clock,
        CancellationToken cancellation
    )
    {
        var (json, status) = await JsonBody.ReadAsync(http.Request, MostBytes, cancellation);
        if (json is null)
            return status switch
            {
                StatusCodes.Status415UnsupportedMediaType => Problems.OtherType(),
                StatusCodes.Status413PayloadTooLarge => TypedResults.Problem("A check-in is at most 4 kB.", statusCode: status),
                _ => Problems.NotJson(),
            };
        using var body = json;
        if (book.Find(day, town) is not { } rally)
            return Problems.NotFound("There is no such rally.");
        if (Read(body.RootElement, rally.Rally.Id, clock.GetCurrentInstant(), out var field) is not { } checkIn)
            return Problems.Field(field, $"{field} is missing or not what it should be.");
        if (!rehearsed.Takes(checkIn.Id, day))
            return Problems.Conflict("This check-in is of a rehearsal, and none is played here.");
        // Whoever hangs up has checked in all the same: nothing is there to be called off.
        if (await checkIns.DoAsync(rally, checkIn, Code(body.RootElement), http, CancellationToken.None) is not { } answer)
            return Problems.Later(http, StatusCodes.Status429TooManyRequests, CodeTries.Within, "Too many wrong codes. Wait five minutes.");
        return Say(answer, rally.Rally);
    }

    private static CheckIn? Read(JsonElement body, int rallyId, Instant now, out string field)
    {
        field = "id";
        if (body.Id("id") is not { } id)
            return null;
        field = "with";
        if (!body.TryNumber("with", 0, out var with) || with is < 0 or > CheckIn.MaxWith)
            return null;
        field = "at";
        if (!body.TryTime("at", out var at))
            return null;
        field = "skew";
        if (!body.TrySkew("skew", out var skew))
            return null;
        return new CheckIn
        {
            Id = id,
            RallyId = rallyId,
            With = with!.Value,
            At = at,
            Skew = skew,
            ReceivedAt = now.ToMilliseconds(),
            IsSure = false,
        };
    }

    // Typed on a phone it is text, in a program perhaps a number.
    private static string? Code(JsonElement body) =>
        !body.Has("code", out var code) ? null
        : code.ValueKind == JsonValueKind.String ? (body.Text("code") is { Length: > 0 } text ? text : null)
        : code.ValueKind == JsonValueKind.Number ? code.GetRawText()
        : NoCode;

    private static IResult Say(CheckInAnswer answer, CountedRally rally) =>
        answer.Outcome switch
        {
            CheckInOutcome.CheckedIn => new RowAnswer(StatusCodes.Status201Created, answer.Row),
            CheckInOutcome.AlreadyCheckedIn => new RowAnswer(StatusCodes.Status200OK, answer.Row),
            CheckInOutcome.IdReused => Problems.Conflict(
                "This id belongs to another check-in. Make a new one for each.",
                "why",
                "idReused"
            ),
            CheckInOutcome.NotOpenYet => Problems.Conflict(
                "Check-in opens an hour before the start.",
                "opensAt",
                InTown(rally.Hours.HereOpensAt, rally)
            ),
            CheckInOutcome.Ended => Problems.Conflict("Check-in is over.", "endedAt", InTown(rally.Hours.HereEndsAt, rally)),
            CheckInOutcome.CalledOff => Problems.Conflict("This rally is called off or postponed."),
            CheckInOutcome.WrongCode => Problems.Field("code", "This is not the code on the screen now."),
            CheckInOutcome.CodeNeeded => Problems.Field(
                "code",
                "Many are checking in here just now: send the code on the square's screen."
            ),
            _ => Problems.Field("with", $"More than {CheckIn.MaxWithoutCode} others need the code on the square's screen."),
        };

    private static string InTown(Instant time, CountedRally rally) =>
        OffsetDateTimePattern.Rfc3339.Format(time.WithOffset(rally.StartsAt.Offset));
}
