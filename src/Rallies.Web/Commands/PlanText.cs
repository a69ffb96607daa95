using Rallies.Web.Importing;
using Rallies.Web.Words;

namespace Rallies.Web.Commands;

/// <summary>A plan in plain lines: what happens, when, where, and below it what is to be known.</summary>
internal sealed class PlanText(TextWriter to, Said said)
{
    private const string Indent = "            ";

    public async Task WriteAsync(ImportPlan plan)
    {
        await WriteNotesAsync(to, plan.Notes, "");
        if (plan.IsRefused)
            return;
        await to.WriteLineAsync($"Source: {plan.Source}");
        foreach (var line in plan.Events)
            await WriteAsync(line);
        if (plan.Ignored.Count > 0)
            await to.WriteLineAsync($"Passed over: {string.Join(", ", plan.Ignored.Select(i => $"{i.Value} {i.Key}"))}.");
        var counts = Enum.GetValues<WhatHappens>().Where(w => plan.Count(w) > 0).Select(w => $"{plan.Count(w)} {Word(w)}");
        await to.WriteLineAsync(plan.Events.Count == 0 ? "There is no event in it." : $"{string.Join(", ", counts)}.");
    }

    public static string Word(WhatHappens what) =>
        what switch
        {
            WhatHappens.Start => "new",
            WhatHappens.Change => "changed",
            WhatHappens.CallOff => "called off",
            WhatHappens.Same => "same",
            WhatHappens.LeftAlone => "left alone",
            WhatHappens.Asked => "asked",
            WhatHappens.Refused => "refused",
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "It has no word."),
        };

    public static async Task WriteNotesAsync(TextWriter to, IEnumerable<ImportNote> notes, string indent)
    {
        foreach (var note in notes)
        {
            var where = note.Line == 0 ? "" : $"line {note.Line}: ";
            var text = note.Text.Length == 0 ? "" : $" {note.Text}";
            await to.WriteLineAsync(
                $"{indent}{note.Code} {where}{note.Reason} {note.Remedy}".TrimEnd() + (text.Length == 0 ? "" : $" |{text}")
            );
        }
    }

    private async Task WriteAsync(PlannedEvent line)
    {
        var place = string.Join(", ", new[] { line.Town?.Name ?? "?", line.Place }.Where(p => p.Length > 0));
        await to.WriteLineAsync($"{Word(line.What), -11} {When(line)}  {place}  {line.Summary}");
        foreach (var (before, after) in line.Differences.Select(d => (d.Before, d.After)))
            await to.WriteLineAsync($"{Indent}{Said(before)} → {Said(after)}");
        await WriteNotesAsync(to, line.Notes, Indent);
    }

    private string When(PlannedEvent line)
    {
        if (line.IsAllDay)
            return said.FullDate(line.Start.Date);
        var end =
            line.End.Date == line.Start.Date
                ? said.Time(line.End.TimeOfDay)
                : $"{said.FullDate(line.End.Date)}, {said.Time(line.End.TimeOfDay)}";
        return $"{said.FullDate(line.Start.Date)}, {said.Time(line.Start.TimeOfDay)} – {end} {said.Zone(line.ZoneId)}";
    }

    private static string Said(string text) => text.Length == 0 ? "(nothing)" : text.ReplaceLineEndings(" ");
}
