using System.Text.RegularExpressions;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed partial class ComplaintTests
{
    public static TheoryData<Fault> AllFaults => [.. Enum.GetValues<Fault>()];

    [Theory]
    [MemberData(nameof(AllFaults))]
    public void I14_every_complaint_is_raised_by_a_file_and_speaks_plainly(Fault fault)
    {
        var example = Assert.Single(FaultExamples.All, example => example.Fault == fault);

        var file = Ics.Read(example.Octets, example.Options);

        var complaint = file.Complaints.First(complaint => complaint.Fault == fault);
        Assert.Equal(example.Line, complaint.Line);
        Assert.Matches(Code(), complaint.Code);
        Assert.All([complaint.Reason, complaint.Remedy], sentence => Assert.Matches(Sentence(), sentence));
        Assert.DoesNotContain("{", complaint.Reason + complaint.Remedy);
        Assert.Equal(complaint.Severity == Severity.File, file.IsRefused);
        Assert.Equal(complaint.Severity == Severity.Question, file.Events.Any(e => e.Questions.Contains(complaint)));
    }

    [Fact]
    public void I14_the_offending_text_is_told_without_controls_and_in_80_letters_at_most()
    {
        var complaint = Assert.Single(Ics.ReadFile(Ics.Event($"DTSTART:\u0007\u202Enow {new string('x', 200)}")).Complaints);

        Assert.StartsWith("now xxx", complaint.Text);
        Assert.Equal(80, complaint.Text.Length);
    }

    [Fact]
    public void I14_complaints_come_by_line_and_what_refuses_the_file_first()
    {
        var file = Ics.Read(Ics.File(Ics.MayDay("nonsense"), Ics.MayDay("nonsense"))[..^8]);

        Assert.Equal([Fault.Unbalanced, Fault.NotAProperty, Fault.NotAProperty], file.Faults());
        Assert.Equal([20, 10, 18], file.Complaints.Select(c => c.Line));
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\n", 1)]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n", 4)]
    public void I14_a_file_that_ends_too_early_is_refused_and_says_where(string text, int line)
    {
        var file = Ics.Read(text);

        Assert.Equal([(Fault.Truncated, line)], file.Complaints.Select(c => (c.Fault, c.Line)));
        Assert.True(file.IsRefused);
    }

    [Fact]
    public void I14_what_is_wrong_with_one_event_leaves_the_others()
    {
        var file = Ics.ReadFile(Ics.MayDay("UID:1"), Ics.Event("UID:2", "DTSTART:nonsense"), Ics.MayDay("UID:3"));

        Assert.Equal(["1", "3"], file.Events.Select(e => e.Uid));
        Assert.Equal([15, 17], [file.Complaints.Single().Line, file.Events[1].Line]);
    }

    [GeneratedRegex("^ICS-[0-9]{3}$")]
    private static partial Regex Code();

    [GeneratedRegex("^[A-Z0-9\"].{8,}\\.$")]
    private static partial Regex Sentence();
}
