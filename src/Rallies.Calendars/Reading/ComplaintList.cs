using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>Collects complaints, up to a limit; the last one then says how many there were.</summary>
internal sealed class ComplaintList(int most)
{
    private readonly List<Complaint> kept = [];
    private int leftOut;

    /// <summary>Whether the whole file is refused.</summary>
    public bool Refused { get; private set; }

    public void Add(Fault fault, int line, string text, params object[] details)
    {
        var refuses = Complaint.SeverityOf(fault) == Severity.File;
        Refused |= refuses;
        // What refuses the file is never left out.
        if (refuses || HasRoom())
            kept.Add(new Complaint(fault, line, text, details));
    }

    /// <summary>A question, for the event to carry too.</summary>
    public Complaint Ask(Fault fault, int line, string text, IReadOnlyList<ZonedDateTime> choices, params object[] details)
    {
        var question = new Complaint(fault, line, text, details) { Choices = choices };
        if (HasRoom())
            kept.Add(question);
        return question;
    }

    public IReadOnlyList<Complaint> InOrder()
    {
        var ordered = kept.OrderBy(complaint => complaint.Severity != Severity.File).ThenBy(complaint => complaint.Line).ToList();
        if (leftOut > 0)
            ordered.Add(new Complaint(Fault.MoreComplaints, 0, "", [leftOut]));
        return ordered;
    }

    private bool HasRoom()
    {
        if (kept.Count < most)
            return true;
        leftOut++;
        return false;
    }
}
