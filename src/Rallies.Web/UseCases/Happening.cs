namespace Rallies.Web.UseCases;

/// <summary>Something was committed that others show: boards, feeds, mails.</summary>
public abstract record Happening
{
    public sealed record DayChanged(int DayId) : Happening;

    public sealed record RallyChanged(int DayId, int RallyId) : Happening;

    /// <summary>A figure only: nothing that a calendar says.</summary>
    public sealed record PledgesChanged(int DayId, int RallyId) : Happening;

    /// <summary>The chair says where the running order stands.</summary>
    public sealed record SpeakersCued(int DayId, int RallyId) : Happening;

    /// <summary>Something was announced, or taken back.</summary>
    public sealed record Announced(int DayId) : Happening;

    public sealed record DisputeChanged(int DisputeId) : Happening;

    /// <summary>A night was begun on a demo's day, or everything played was taken off it, out of the logs as well.</summary>
    public sealed record Rehearsed(int DayId, string Day, bool IsOn) : Happening;

    /// <summary>Days have passed: shifts of picket lines were made for the weeks ahead.</summary>
    public sealed record ShiftsKept : Happening;
}
