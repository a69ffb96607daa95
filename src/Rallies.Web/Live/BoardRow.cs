using System.Text.Json.Serialization;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;

namespace Rallies.Web.Live;

/// <summary>What everybody may know of one rally's count, as of one version of its day.</summary>
/// <param name="HasOpened">Counting has begun, whether or not it has ended since.</param>
[JsonConverter(typeof(BoardRowJson))]
public sealed record BoardRow(
    string Town,
    long Version,
    RallyStatus Status,
    OffsetDateTime StartsAt,
    bool HasOpened,
    bool Open,
    bool Closed,
    bool Final,
    Headcount Headcount,
    int Pledged,
    int? Capacity
)
{
    public BoardRow(CountedRally rally, Headcount headcount, Instant now)
        : this(
            rally.Town,
            rally.Version,
            rally.Status,
            rally.StartsAt,
            rally.Hours.HasOpened(now),
            rally.Hours.IsOpen(now) && !rally.IsCancelled,
            rally.Hours.ClosedAt is not null,
            rally.IsSigned,
            headcount,
            rally.Pledged,
            rally.Capacity
        ) { }

    public bool IsLive => HasOpened && Status != RallyStatus.Cancelled;

    public bool IsReporting => IsLive && Headcount.Kind != FigureKind.None;

    /// <summary>The same to everybody who looks, whatever the version.</summary>
    public bool Shows(BoardRow other) => this with { Version = other.Version } == other;
}
