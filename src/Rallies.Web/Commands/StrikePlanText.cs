using Rallies.Web.Importing;

namespace Rallies.Web.Commands;

/// <summary>A strike list's plan in plain lines.</summary>
internal static class StrikePlanText
{
    private const string Indent = "            ";

    public static async Task WriteAsync(TextWriter to, StrikePlan plan)
    {
        await PlanText.WriteNotesAsync(to, plan.Notes, "");
        if (plan.IsRefused)
            return;
        await to.WriteLineAsync($"Source: {plan.Source}");
        foreach (var line in plan.Lines)
        {
            var what = line.Said is { } row
                ? $"{row.Union}, {row.Employer}  {row.Town.Name}, {row.Gate}  {line.When}"
                : $"line {line.FileLine}";
            await to.WriteLineAsync($"{PlanText.Word(line.What), -11} {what}");
            foreach (var difference in line.Differences)
                await to.WriteLineAsync($"{Indent}{difference.Before} → {difference.After}");
            await PlanText.WriteNotesAsync(to, line.Notes, Indent);
        }
        var counts = Enum.GetValues<WhatHappens>().Where(w => plan.Count(w) > 0).Select(w => $"{plan.Count(w)} {PlanText.Word(w)}");
        await to.WriteLineAsync($"{string.Join(", ", counts)}.");
    }
}
