using System.Text;
using Rallies.Calendars.Checking;
using Rallies.Calendars.Reading;
using Rallies.Tests.Calendars.Reading;

namespace Rallies.Tests.Calendars.Checking;

public sealed class CalendarCheckTests
{
    public static TheoryData<string> Spoilt => [.. SpoiltFiles.All.Select(file => file.Name)];

    public static TheoryData<string> Golden => [.. GoldenCalendars.All.Keys];

    public static TheoryData<string> Hostile => [.. HostileFiles.All.Select(file => file.Name)];

    [Fact]
    public void In_a_good_file_nothing_is_found_and_all_33_rules_are_kept()
    {
        var check = GoodFile.Octets.Check();

        Assert.Equal([], check.Told());
        Assert.Equal(33, check.Rules.Count(rule => rule.IsKept));
        Assert.All(check.Rules, rule => Assert.EndsWith(".", rule.Sentence, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void What_breaks_one_rule_is_found_by_that_rule_and_no_other(string name)
    {
        var spoilt = SpoiltFiles.All.Single(file => file.Name == name);

        var check = spoilt.Octets.Check();

        Assert.Equal([spoilt.Finding], check.Told());
        var finding = check.Findings[0];
        Assert.InRange(finding.Text.Length, 0, 80);
        Assert.EndsWith(".", finding.Reason, StringComparison.Ordinal);
        Assert.NotEqual("", finding.Remedy);
        Assert.DoesNotContain('{', finding.Reason + finding.Remedy);
        if (!check.IsRefused)
            Assert.Equal([finding.Rule], check.Rules.Where(rule => !rule.IsKept).Select(rule => rule.Code));
    }

    [Fact]
    public void Every_rule_has_a_file_that_breaks_it() =>
        Assert.Equal(
            GoodFile.Octets.Check().Rules.Select(rule => rule.Code.ToLowerInvariant()).Order(),
            SpoiltFiles.All.Select(file => file.Finding.Split(' ')[1]).Distinct().Order()
        );

    [Theory]
    [MemberData(nameof(Golden))]
    public void What_we_write_has_no_fault(string name) =>
        Assert.DoesNotContain(GoldenCalendars.All[name]().Octets.ToArray().Check().Findings, finding => finding.Weight == Weight.Fault);

    [Fact]
    public void What_stands_on_many_lines_is_told_once()
    {
        var check = Encoding.UTF8.GetBytes(GoodFile.Text.ReplaceLineEndings("\n")).Check();

        var finding = Assert.Single(check.Findings);
        Assert.Equal(("B2", 1, 52), (finding.Rule, finding.Line, finding.Times));
        Assert.Equal(Enumerable.Range(2, 10), finding.OtherLines);
    }

    // Recurrences are advised against as they are, so that a spoilt one is two findings.
    [Theory]
    [InlineData("UNTIL=20260601T100000")]
    [InlineData("UNTIL=20260601")]
    [InlineData("COUNT=2;UNTIL=20260601T100000Z")]
    [InlineData("BYDAY=often")]
    public void A_recurrence_that_programs_end_differently_is_a_fault(string rule) =>
        Assert.Equal(["fault d2 40", "advice d2 40"], GoodFile.Adding("SEQUENCE", $"RRULE:FREQ=WEEKLY;{rule}").Check().Told());

    [Theory]
    [InlineData("", "fault c1 1")]
    [InlineData("<html></html>", "fault c1 1")]
    [InlineData("PK\u0003\u0004", "fault c1 1")]
    [InlineData("Dear all,\r\n", "fault c1 1")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "fault c1 2")]
    public void What_is_no_calendar_is_refused(string text, string finding)
    {
        var check = Encoding.UTF8.GetBytes(text).Check();

        Assert.True(check.IsRefused);
        Assert.Equal([finding], check.Told());
        Assert.DoesNotContain(check.Rules, rule => rule.IsKept);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_file_is_refused_as_the_importer_refuses_it(string name)
    {
        var hostile = HostileFiles.All.Single(file => file.Name == name);

        var check = hostile.Octets.Check();

        var refuses = hostile.Faults.Any(fault => fault < Fault.OldVersion);
        Assert.Equal(refuses, check.IsRefused);
        Assert.InRange(check.Findings.Count, refuses ? 1 : 0, 200);
    }

    [Fact]
    public void Damaged_files_are_checked_without_a_mishap()
    {
        var octets = GoodFile.Octets;

        for (var length = 0; length < octets.Length; length += 7)
            Assert.NotEmpty(octets[..length].Check().Findings);
    }
}
