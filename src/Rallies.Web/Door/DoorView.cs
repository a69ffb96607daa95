using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Live;
using Rallies.Web.Public.Forms;
using Rallies.Web.Reads;

namespace Rallies.Web.Door;

/// <summary>What the page of a door shows.</summary>
/// <param name="Address">The page's own, and where its forms go.</param>
/// <param name="Latest">This page's taps, the latest last.</param>
public sealed record DoorView(
    NamedRally Rally,
    DoorAsked Asked,
    string Address,
    CountingHours Hours,
    BoardRow Row,
    IReadOnlyList<Tap> Latest,
    Instant Now
)
{
    /// <summary>The page before it knows its rally, for phones to keep: script fills in the rest.</summary>
    public static DoorView Shell(Instant now) =>
        new(
            new NamedRally(0, "", "", "", "", DateTimeZone.Utc.Id),
            new DoorAsked("", Guid.Empty),
            Addresses.DoorShell,
            new CountingHours(new Interval(now, now), null),
            new BoardRow("", 0, RallyStatus.Confirmed, now.WithOffset(Offset.Zero), true, true, false, false, Headcount.Nobody, 0, null),
            [],
            now
        );

    public bool IsShell => Rally.Id == 0;

    /// <summary>Why what was sent last was not recorded, or not all of it.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>Nothing was recorded, as too much waits to be written.</summary>
    public bool IsBusy { get; init; }
    public EstimateAnswers Estimate { get; init; } = new();
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public bool IsOpen => Hours.IsOpen(Now);

    /// <summary>Shown already, and whether somebody took it back.</summary>
    public IEnumerable<(Tap Tap, bool Undone)> Shown =>
        Latest.Where(t => t.Kind != TapKind.Undo).Reverse().Select(t => (t, Latest.Any(undo => undo.Cancels(t))));

    /// <summary>What undo would take back: the latest still standing, for ten minutes.</summary>
    public Tap? Undoable =>
        Shown.Where(s => !s.Undone).Select(s => s.Tap).FirstOrDefault() is { } tap && Now - tap.MadeAt <= Tap.UndoWithin ? tap : null;

    /// <summary>In hundredths of what the place holds; null when nobody has said how many that is.</summary>
    public int? Full => Row.Capacity is { } capacity ? (int)(Row.Headcount.HereNow * 100L / capacity) : null;
}
