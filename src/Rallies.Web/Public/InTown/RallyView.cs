using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Speakers;
using Rallies.Web.Announcing;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.InTown;

/// <summary>What the page of a rally shows, and what of it depends on the hour.</summary>
/// <param name="Board">The day's figures; null while nothing is known of them.</param>
public sealed record RallyView(ShownRally Shown, Instant Now, DayBoard? Board = null)
{
    // "I'm here" opens an hour before the start and ends two hours after the end, like the check-in behind it.
    private static readonly Duration hereBefore = Duration.FromHours(1);
    private static readonly Duration hereAfter = Duration.FromHours(2);

    /// <summary>The nearest picket lines of the coming days.</summary>
    public IReadOnlyList<NearPicket> Pickets { get; init; } = [];

    /// <summary>What was announced lately, the newest first.</summary>
    public IReadOnlyList<SaidToAll> Announced { get; init; } = [];

    /// <summary>Who is on; nothing while the rally is far off, over or not on.</summary>
    public Standing Stands =>
        Row is { IsLive: true } && Rally.IsOn && Cue.IsTime(Rally.Hours, Now) ? Shown.Proceedings.At(Now) : Standing.Nothing;
    public Transport Transport { get; init; }
    public ListedRally Rally => Shown.Rally;
    public ListedDay Day => Shown.Day;

    /// <summary>Its own figures.</summary>
    public BoardRow? Row => Board?.Rows.GetValueOrDefault(Rally.Slug);

    /// <summary>Somebody has said how many are there.</summary>
    public bool HasFigure => Row is { IsReporting: true };

    /// <summary>It takes place, as far as anybody knows, and has not ended.</summary>
    public bool IsToCome => Rally.IsOn && Day.Status != DayStatus.Cancelled && Now < Rally.Hours.End;
    public bool IsCalledOff => Rally.Status is RallyStatus.Cancelled || Day.Status is DayStatus.Cancelled;
    public bool IsOnNow => IsToCome && Now >= Rally.Hours.Start;

    /// <summary>Its counting is closed.</summary>
    public bool IsClosed => Row is { Closed: true };

    /// <summary>Checking in is possible.</summary>
    public bool TakesCheckIns =>
        !IsClosed
        && Rally.IsOn
        && Day.Status != DayStatus.Cancelled
        && Now >= Rally.Hours.Start - hereBefore
        && Now < Rally.Hours.End + hereAfter;

    /// <summary>There is one thing to do on the page.</summary>
    public bool HasAct => IsToCome || TakesCheckIns;
}
