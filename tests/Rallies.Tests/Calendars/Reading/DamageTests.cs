using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

/// <summary>Whatever happens to a file, reading it never throws.</summary>
public sealed class DamageTests
{
    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(
        Ics.File(
            "X-WR-CALNAME:Gŵyl Fai\r\nX-WR-TIMEZONE:Europe/London\r\n",
            Ics.Zone("Ours"),
            Ics.Event(
                "DTSTART;TZID=Ours:20260501T110000",
                "DTEND;TZID=\"Ours\":20260501T140000",
                "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=4",
                "EXDATE:20260508T090000Z"
            ),
            Ics.Event("RECURRENCE-ID:20260515T090000Z", "DTSTART:20260515T120000", "DURATION:PT1H"),
            Ics.MayDay(
                "UID:2",
                "DESCRIPTION:<p>Meet &amp; march</p>\\n\\, ✊🏽",
                "GEO:53.5;-2.1",
                "URL:https://example.org/",
                "CATEGORIES:a,b",
                "ORGANIZER;CN=\"A^'B\":mailto:a@example.org",
                "BEGIN:VALARM",
                "END:VALARM"
            )
        )
    );

    [Fact]
    public void The_whole_file_is_read() =>
        Assert.Equal([Fault.FloatingTime, Fault.ZoneMatched], Ics.Read(Whole).Faults().Order().ToArray());

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_and_says_so()
    {
        // Without its last line break a file is whole.
        for (var length = 0; length < Whole.Length - 2; length++)
        {
            var file = Ics.Read(Whole[..length]);

            Assert.True(file.IsRefused, $"cut off after {length} octets");
            Assert.Equal(Severity.File, file.Complaints[0].Severity);
            Assert.Empty(file.Events);
        }
    }

    [Fact]
    public void A_file_with_any_octet_left_out_is_read_or_refused()
    {
        for (var at = 0; at < Whole.Length; at++)
            Assert.NotNull(Ics.Read([.. Whole[..at], .. Whole[(at + 1)..]]));
    }

    [Fact]
    public void A_file_with_octets_changed_is_read_or_refused() =>
        Prop.ForAll(
                Gen.Choose(0, Whole.Length - 1).Zip(Gen.Choose(0, 255)).ListOf().Resize(8).ToArbitrary(),
                changes =>
                {
                    var octets = Whole.ToArray();
                    foreach (var (at, octet) in changes)
                        octets[at] = (byte)octet;

                    Assert.NotNull(Ics.Read(octets));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_octets_at_all_are_read_or_refused() =>
        Prop.ForAll(
                Gen.Choose(0, 255).Select(octet => (byte)octet).ArrayOf().Resize(300).ToArbitrary(),
                octets =>
                {
                    Assert.NotEmpty(Ics.Read(octets).Complaints);
                    Assert.NotNull(
                        Ics.Read([.. "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n"u8, .. octets, .. "\nEND:VEVENT\nEND:VCALENDAR"u8])
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mixture_of_what_events_are_made_of_is_read_or_refused() =>
        Prop.ForAll(
                Gen.Elements(Scraps).ListOf().Resize(60).Select(scraps => string.Concat(scraps)).ToArbitrary(),
                lines => Assert.NotNull(Ics.ReadFile(Ics.Zone("Ours"), $"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n{Ics.MayDay(lines)}"))
            )
            .QuickCheckThrowOnFailure();

    private static readonly string[] Scraps =
    [
        "\nDTSTART",
        "\nDTEND",
        "\nDURATION:",
        "\nRRULE:FREQ=",
        "\nEXDATE",
        "\nRDATE",
        "\nRECURRENCE-ID",
        "\nUID:1",
        "\nSUMMARY:",
        "\nGEO:",
        "\nURL:",
        "\nSEQUENCE:",
        ";TZID=Ours",
        ";TZID=Europe/London",
        ";VALUE=DATE",
        ";RANGE=THISANDFUTURE",
        ":20260501",
        ":20260501T013000",
        ":20261025T013000Z",
        ":21001231T235959Z",
        ":20000101T000000",
        "DAILY",
        "WEEKLY",
        "MONTHLY",
        "YEARLY",
        ";INTERVAL=400",
        ";COUNT=2147483647",
        ";UNTIL=20270101",
        ";BYDAY=-1SU",
        ";BYDAY=MO,FR",
        ";BYMONTHDAY=-31,31",
        ";BYSETPOS=-1,366",
        ";BYMONTH=2,10",
        ",20260502T110000Z",
        "PT24H",
        "P14D",
        "1;2",
        "<b>",
        "\n ",
        "\\",
        "✊🏽",
    ];
}
