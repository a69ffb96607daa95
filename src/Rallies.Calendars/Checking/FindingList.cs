namespace Rallies.Calendars.Checking;

/// <summary>Collects findings; what is found again is counted, so that a file of a thousand events is told a fault once.</summary>
internal sealed class FindingList
{
    /// <summary>Of one breach with different details.</summary>
    private const int MostAlike = 5;

    private readonly List<(Finding Finding, int Order)> findings = [];
    private readonly Dictionary<(Breach Breach, string Detail), Finding> known = [];
    private readonly Dictionary<Breach, (int Count, Finding Last)> alike = [];
    private readonly HashSet<(Breach Breach, int Line)> seen = [];

    /// <param name="details">For the sentences; findings are told apart by the first of them.</param>
    public void Add(Breach breach, int line, string text, params object[] details)
    {
        var detail = details is [string first, ..] ? first : "";
        if (Counts(breach, line, detail))
            Keep(
                breach,
                detail,
                new Finding(breach, line, text, Sentences.Of(breach.Name, details), Sentences.Of($"{breach.Name}.Remedy", details))
            );
    }

    /// <summary>With a sentence of the reader's, which knows better what it stumbled over.</summary>
    public void AddAsTold(Breach breach, Reading.Complaint complaint)
    {
        if (Counts(breach, complaint.Line, complaint.Reason))
            Keep(breach, complaint.Reason, new Finding(breach, complaint.Line, complaint.Text, complaint.Reason, complaint.Remedy));
    }

    /// <summary>Whether a line was told of a breach.</summary>
    public bool Has(Breach breach, int line) => seen.Contains((breach, line));

    /// <summary>Faults before advice, each by line.</summary>
    public IReadOnlyList<Finding> InOrder() =>
        [.. findings.OrderBy(f => f.Finding.Weight).ThenBy(f => f.Finding.Line).ThenBy(f => f.Order).Select(f => f.Finding)];

    // Each line is told once of a breach, also where two passes see it.
    private bool Counts(Breach breach, int line, string detail)
    {
        if (!seen.Add((breach, line)))
            return false;
        if (known.TryGetValue((breach, detail), out var before))
            before.AddLine(line);
        else if (alike.TryGetValue(breach, out var others) && others.Count == MostAlike)
            others.Last.AddLine(line);
        else
            return true;
        return false;
    }

    private void Keep(Breach breach, string detail, Finding finding)
    {
        findings.Add((finding, findings.Count));
        known[(breach, detail)] = finding;
        alike[breach] = (alike.GetValueOrDefault(breach).Count + 1, finding);
    }
}
