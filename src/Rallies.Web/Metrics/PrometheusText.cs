using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Rallies.Web.Metrics;

/// <summary>Everything the site measures, in Prometheus's text format 0.0.4; one label a measurement at most.</summary>
internal sealed class PrometheusText : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<KeyValuePair<string, object?>, Series>> measured = new();

    public PrometheusText(SiteMeter site)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (!ReferenceEquals(instrument.Meter, site.Meter))
                return;
            measured.TryAdd(instrument, []);
            if (!instrument.IsObservable)
                SeriesOf(instrument, []); // nought until it happens
            listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Note(instrument, value, labels));
        listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Note(instrument, value, labels));
        listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Note(instrument, value, labels));
        listener.Start();
    }

    public string Read()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (instrument, series) in measured.OrderBy(m => m.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument);
            text.Append("# HELP ").Append(name).Append(' ').Append(instrument.Description).Append('\n');
            text.Append("# TYPE ").Append(name).Append(' ').Append(TypeOf(instrument)).Append('\n');
            foreach (var (label, one) in series.OrderBy(s => s.Key.Value?.ToString(), StringComparer.Ordinal))
                if (TypeOf(instrument) == "histogram")
                    one.WriteHistogram(text, name);
                else
                    one.Write(text, name, label.Key is null ? "" : $"{{{label.Key}=\"{label.Value}\"}}");
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var series = SeriesOf(instrument, labels);
        if (instrument.IsObservable)
            series.Set(value);
        else if (TypeOf(instrument) == "histogram")
            series.Observe(value);
        else
            series.Add(value);
    }

    private Series SeriesOf(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        measured.GetOrAdd(instrument, _ => []).GetOrAdd(labels.IsEmpty ? default : labels[0], _ => new Series());

    // https://prometheus.io/docs/practices/naming/: base units in the name, and "total" for what only grows.
    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return instrument.Name.Replace('.', '_') + unit + (TypeOf(instrument) == "counter" ? "_total" : "");
    }

    private static string TypeOf(Instrument instrument) =>
        instrument switch
        {
            Histogram<double> => "histogram",
            Counter<long> or ObservableCounter<long> or ObservableCounter<double> => "counter",
            _ => "gauge",
        };
}
