using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rallies.Web.Counting;
using Rallies.Web.Hubs;
using Rallies.Web.Live;
using Rallies.Web.Streams;

namespace Rallies.Web.Metrics;

/// <summary>What is looked up when somebody asks for it.</summary>
internal sealed class SiteGauges
{
    public SiteGauges(SiteMeter site, HubViewers hub, StreamViewers streams, CountWriter writer, LiveBoard board)
    {
        var meter = site.Meter;
        meter.CreateObservableGauge(
            "rallies.viewers",
            () => new[] { Labelled(hub.Count, "transport", "hub"), Labelled(streams.Count, "transport", "stream") },
            description: "Who watches live, by transport."
        );
        meter.CreateObservableCounter(
            "rallies.stream.dropped",
            () => streams.Dropped,
            description: "Stream viewers cut off because they took nothing in."
        );
        meter.CreateObservableGauge(
            "rallies.writer.backlog",
            () => writer.Backlog,
            description: "Requests that wait for the writer of counts."
        );
        meter.CreateObservableGauge(
            "rallies.pledged_people",
            () => board.Days.Sum(day => (long)day.Total.Pledged),
            description: "People pledged, over all days of action."
        );
        meter.CreateObservableCounter("process.cpu", () => Environment.CpuUsage.TotalTime.TotalSeconds, "s", "Processor time used.");
        meter.CreateObservableGauge("process.resident_memory", () => Environment.WorkingSet, "By", "Memory in use.");
        meter.CreateObservableGauge("process.start_time", () => startTime, "s", "When it was started, in seconds since 1970.");
        meter.CreateObservableGauge("dotnet.gc_heap", () => GC.GetTotalMemory(false), "By", "Memory held by objects.");
    }

    private static readonly double startTime = StartTime();

    private static Measurement<long> Labelled(long value, string name, string text) =>
        new(value, new KeyValuePair<string, object?>(name, text));

    private static double StartTime()
    {
        using var self = Process.GetCurrentProcess();
        return (self.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;
    }
}
