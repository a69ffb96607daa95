using System.Text.Json;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Counting;
using Rallies.Web.Guards;
using Rallies.Web.Live;
using Rallies.Web.Rehearsing;
using Rallies.Web.UseCases;

namespace Rallies.Web.Api;

/// <summary>Where phones at the doors bring their taps.</summary>
internal static class DoorApi
{
    private const int MostTaps = 500;
    private const int MostBytes = 256 * 1024;

    public static void MapDoorApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/door/taps", RecordAsync).Limited(RateLimited.Tapping).TellsWhenBusy().Produces<TapsAnswer>().WithSummary("Send taps");
    }

    // The order of the questions is the contract's: who, then what can be said of the whole, then tap by tap.
    private static async Task<IResult> RecordAsync(
        HttpContext http,
        CountBook book,
        CountWriter writer,
        GrantBook grants,
        DoorDevices devices,
        RehearsedDays rehearsed,
        IClock clock,
        CancellationToken cancellation
    )
    {
        if (await Bearer.FindAsync(http, grants, cancellation) is not { } credential)
            return Bearer.Unknown(http);
        var (json, status) = await JsonBody.ReadAsync(http.Request, MostBytes, cancellation);
        if (json is null)
            return Unreadable(status);
        using var body = json;
        if (!body.RootElement.Has("taps", out var taps) || taps.ValueKind != JsonValueKind.Array)
            return TypedResults.Problem("There is no list taps in it.", statusCode: StatusCodes.Status400BadRequest);
        if (taps.GetArrayLength() > MostTaps)
            return Unreadable(StatusCodes.Status413PayloadTooLarge);
        if (FindRally(body.RootElement, book) is not { } rally)
            return Problems.NotFound("There is no such rally: name it as day/town.");
        if (!credential.Allows(Verb.CountAtDoor, rally.Rally.Id))
            return TypedResults.Problem("This link does not count here, or no longer.", statusCode: StatusCodes.Status403Forbidden);
        await devices.NoteUseAsync(credential, cancellation);

        var reading = new TapReading(
            rally.Rally.Id,
            body.RootElement.Id("device"),
            body.RootElement.TextUpTo("door", Tap.MaxDoorLength),
            credential.Grant.Id,
            clock.GetCurrentInstant().ToMilliseconds()
        );
        var sent = taps.EnumerateArray()
            .Select(reading.Read)
            .Select(s => s.Tap is not { } tap || rehearsed.Takes(tap.Id, rally.Rally.Day) ? s : new SentTap(s.Id, null, Refusal.NotAllowed))
            .ToList();
        var mayCorrect = credential.Allows(Verb.CorrectFigure, rally.Rally.Id);
        rehearsed.Tell(http.Response, rally.Rally.Day);
        return TypedResults.Ok(TapsAnswer.Of(sent, await writer.DoAsync(new DoorDelivery(rally, sent, mayCorrect), cancellation)));
    }

    private static RallyCount? FindRally(JsonElement body, CountBook book) =>
        body.Text("rally")?.Split('/') is [var day, var town] ? book.Find(day, town) : null;

    private static IResult Unreadable(int status) =>
        status switch
        {
            StatusCodes.Status415UnsupportedMediaType => Problems.OtherType(),
            StatusCodes.Status413PayloadTooLarge => TypedResults.Problem(
                $"At most {MostTaps} taps and {MostBytes / 1024} kB at once.",
                statusCode: status
            ),
            _ => Problems.NotJson(),
        };

    /// <summary>Every tap sent is in one of the three lists, its id in the letters in which it was sent: phones of one make write capitals.</summary>
    internal sealed record TapsAnswer(
        IReadOnlyList<string> Recorded,
        IReadOnlyList<string> Known,
        IReadOnlyList<Refused> Refused,
        BoardRow Row
    )
    {
        public static TapsAnswer Of(IEnumerable<SentTap> sent, DoorAnswer answer)
        {
            var asSent = sent.Where(s => s.Tap is not null).ToLookup(s => s.Tap!.Id, s => s.Id!);
            return new(
                [.. answer.Recorded.Select(id => asSent[id].First())],
                [.. answer.Known.Select(id => asSent[id].Last())],
                [.. answer.Refusals.Select(r => new Refused(r.Id, JsonNamingPolicy.CamelCase.ConvertName(r.Why.ToString())))],
                answer.Row
            );
        }
    }

    internal sealed record Refused(string? Id, string Why);
}
