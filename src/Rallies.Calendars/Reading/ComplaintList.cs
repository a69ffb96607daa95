using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>Collects complaints, up to a limit; the last one then says how many there were.</summary>
internal sealed class ComplaintList(int most)
{
    private readonly List<Complaint> kept = [];
    private int leftOut;

    /// <summary>Whether the whole file is refused.</summary>
    public bool Refused { get; private set; }

    public Complaint Add(Fault fault, int line, string text, params object[] details) => Add(fault, line, text, [], details);

    public Complaint Add(Fault fault, int line, string text, IReadOnlyList<ZonedDateTime> choices, params object[] details)
    {
        var complaint = new Complaint(fault, line, text, details) { Choices = choices };
        Refused |= complaint.Severity == Severity.File;
        // What refuses the file is never left out.
        if (kept.Count < most || complaint.Severity == Severity.File)
            kept.Add(complaint);
        else
            leftOut++;
        return complaint;
    }

    public IReadOnlyList<Complaint> InOrder()
    {
        var ordered = kept.OrderBy(complaint => complaint.Severity != Severity.File).ThenBy(complaint => complaint.Line).ToList();
        if (leftOut > 0)
            ordered.Add(new Complaint(Fault.MoreComplaints, 0, "", [leftOut]));
        return ordered;
    }
}
