using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Door.Paper;

/// <summary>
/// Makes taps of a tally sheet: fifty people at most in each, spread over their quarter of an hour. Their ids are derived from the
/// sheet's code, so that a sheet entered twice counts once, and one entered again with other numbers is noticed.
/// </summary>
public static class PaperTaps
{
    public static IReadOnlyList<TapKind> Kinds { get; } = [TapKind.In, TapKind.Out];

    /// <summary>What is a sheet's own, whoever enters it: its taps are made by it and not by a phone.</summary>
    public static Guid DeviceOf(string code, int rallyId) =>
        Derived($"{rallyId}|{SheetCode.Read(code) ?? throw new ArgumentException("Ask for its faults first.", nameof(code))}");

    /// <summary>What has to be added to what was entered before: nothing where it says the same, an undo where it says something else.</summary>
    public static IReadOnlyList<Tap> Of(
        PaperAnswers paper,
        EnteredSheet before,
        IEnumerable<Quarter> quarters,
        int rallyId,
        Guid grantId,
        Instant now
    )
    {
        var code = SheetCode.Read(paper.Code);
        var blank = new Tap
        {
            Id = Guid.Empty,
            RallyId = rallyId,
            Kind = TapKind.In,
            At = now,
            Offline = true,
            Device = DeviceOf(paper.Code, rallyId),
            Door = paper.Door,
            GrantId = grantId,
            ReceivedAt = now,
        };
        var cells =
            from quarter in quarters
            from kind in Kinds
            let people = paper.Of(quarter, kind)
            where people is not null && people != before.Standing(quarter, kind).Sum(t => t.Count)
            select (Quarter: quarter, Kind: kind, People: people.Value);
        return
        [
            .. cells.SelectMany(cell =>
                before
                    .Standing(cell.Quarter, cell.Kind)
                    .Select(wrong => UndoOf(blank, wrong))
                    .Concat(Spread(blank with { Kind = cell.Kind }, cell.Quarter, cell.People, Name(cell.Quarter, cell.Kind)))
            ),
        ];

        // The first entry of a cell has no number, those that replace it have.
        string Name(Quarter quarter, TapKind kind) =>
            $"{rallyId}|{code}|{quarter.Number}|{kind}" + (before.Taps(quarter, kind) is var taps and > 0 ? $"|after {taps}" : "");
    }

    private static IEnumerable<Tap> Spread(Tap blank, Quarter quarter, int people, string name)
    {
        var chunks = PaperAnswers.Chunks(people);
        for (var chunk = 0; chunk < chunks; chunk++)
            yield return blank with
            {
                Id = Derived($"{name}|{chunk}"),
                Count = Math.Min(Tap.MaxCount, people - chunk * Tap.MaxCount),
                At = quarter.From + Duration.FromMilliseconds((long)(Quarter.Lasts.TotalMilliseconds / (chunks + 1) * (chunk + 1))),
            };
    }

    // The paper knows no time but the quarter of an hour: it was taken back when it was written.
    private static Tap UndoOf(Tap blank, Tap wrong) =>
        blank with
        {
            Id = Derived($"undo|{wrong.Id}"),
            Kind = TapKind.Undo,
            Undoes = wrong.Id,
            At = wrong.PlacedAt,
        };

    // RFC 9562 §5.8: version 8, made of whatever the maker likes.
    private static Guid Derived(string from)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"tally sheet|{from}"))[..16];
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
