using System.Diagnostics.Metrics;

namespace Rallies.Web.Metrics;

/// <summary>What the site counts and times about itself. A label says what kind, never who: no address, name, id or place.</summary>
internal sealed class SiteMeter
{
    public const string Name = "Rallies";

    public SiteMeter(Meter meter)
    {
        Meter = meter;
        Frames = meter.CreateCounter<long>("rallies.frames", description: "Frames of live boards made.");
        Taps = meter.CreateCounter<long>("rallies.taps", description: "Taps at doors committed.");
        CheckIns = meter.CreateCounter<long>("rallies.check_ins", description: "Self check-ins committed.");
        Refused = meter.CreateCounter<long>(
            "rallies.writer.refused",
            description: "Requests told to come again because the writer was behind."
        );
        CommitTime = meter.CreateHistogram<double>("rallies.commit.duration", "s", "How long commits of counts take.");
        meter.CreateObservableCounter(
            "rallies.feed.requests",
            FeedAnswers.Measure,
            description: "Calendar feeds asked for, by the status of the answer."
        );
    }

    public Meter Meter { get; }
    public Counter<long> Frames { get; }
    public Counter<long> Taps { get; }
    public Counter<long> CheckIns { get; }
    public Counter<long> Refused { get; }
    public Histogram<double> CommitTime { get; }
    public AnswersByStatus FeedAnswers { get; } = new();
}
