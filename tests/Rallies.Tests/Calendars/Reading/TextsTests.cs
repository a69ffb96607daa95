using Rallies.Calendars;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed class TextsTests
{
    [Theory]
    [InlineData("https://example.org/may-day", "https://example.org/may-day")]
    [InlineData("http://example.org/a?b=c\\,d", "http://example.org/a?b=c,d")]
    [InlineData("HTTPS://EXAMPLE.ORG/", "https://example.org/")]
    public void I12_web_addresses_are_kept(string url, string kept) =>
        Assert.Equal(kept, Ics.ReadEvent(Ics.MayDay($"URL:{url}")).Url?.AbsoluteUri);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org/")]
    [InlineData("/etc/passwd")]
    [InlineData("mailto:ann@example.org")]
    [InlineData("data:text/html,x")]
    [InlineData("https://user:secret@example.org/")]
    [InlineData("https://")]
    [InlineData("not an address")]
    public void I12_other_addresses_are_dropped_and_said(string url)
    {
        var file = Ics.ReadFile(Ics.MayDay($"URL:{url}"));

        Assert.Equal([Fault.AddressDropped], file.Faults());
        Assert.Null(file.Events.Single().Url);
    }

    [Theory]
    [InlineData("<p>Meet at <b>11:00</b></p><p>Bring &amp; share</p>", "Meet at 11:00\nBring & share")]
    [InlineData("one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour")]
    [InlineData("<ul><li>banner</li><li>drum</li></ul>", "banner\ndrum")]
    [InlineData("<a href=\"https://example.org/\">Our page</a>", "Our page (https://example.org/)")]
    [InlineData("<a href=\"https://example.org/\">https://example.org</a>", "https://example.org")]
    [InlineData("<a href=\"javascript:alert(1)\">Our page</a>", "Our page")]
    [InlineData("<script>alert(1)</script>before<style>p {}</style> after", "before after")]
    [InlineData("<img src=x onerror=alert(1)>picture", "picture")]
    [InlineData("<!-- <b>hidden</b> --><i>seen</i>", "seen")]
    [InlineData("<b>never closed", "never closed")]
    [InlineData("<script>never closed", null)]
    [InlineData("a < b and b > c", "a < b and b > c")]
    [InlineData("Join at <https://example.org/call>", "Join at <https://example.org/call>")]
    [InlineData("<3 our branch, AT&amp;T", "<3 our branch, AT&amp;T")]
    [InlineData("<b", "<b")]
    public void I12_tags_become_plain_text(string html, string? text) =>
        Assert.Equal(text, Ics.ReadEvent(Ics.MayDay($"DESCRIPTION:{html.Replace(",", "\\,", StringComparison.Ordinal)}")).Description);

    [Theory]
    [InlineData("X-ALT-DESC;FMTTYPE=text/html:<html><body>Meet at <b>11</b></body></html>", "Meet at 11")]
    [InlineData("DESCRIPTION:\nX-ALT-DESC;FMTTYPE=text/html:<p>Meet</p>", "Meet")]
    [InlineData("DESCRIPTION:plain\nX-ALT-DESC;FMTTYPE=text/html:<p>Meet</p>", "plain")]
    public void I12_Outlooks_HTML_is_read_where_it_stands_alone(string lines, string text) =>
        Assert.Equal(text, Ics.ReadEvent(Ics.MayDay(lines)).Description);

    [Fact]
    public void I12_addresses_of_people_are_read_nowhere()
    {
        var file = Ics.ReadFile(
            Ics.MayDay(
                "ORGANIZER;CN=Ann Other;SENT-BY=\"mailto:office@secret.example\":mailto:ann@secret.example",
                "ATTENDEE;CN=Bob:mailto:bob@secret.example",
                "CONTACT:carol@secret.example",
                "ATTACH;ENCODING=BASE64;VALUE=BINARY:c2VjcmV0LmV4YW1wbGU=",
                "ATTACH:file:///secret.example",
                "IMAGE;VALUE=URI:https://secret.example/x.png"
            )
        );

        Assert.Equal("Ann Other", file.Events.Single().OrganiserName);
        Assert.DoesNotContain(
            "secret",
            System.Text.Json.JsonSerializer.Serialize(
                file.Events.Select(e => e with { Times = EventTimes.AllDay(new(2026, 5, 1), new(2026, 5, 1)) })
            )
        );
        Assert.Equal([], file.Faults());
    }

    [Fact]
    public void I13_controls_and_bidirectional_overrides_are_removed()
    {
        var e = Ics.ReadEvent(
            Ics.MayDay("LOCATION:\u202Eelbirroh\u202C a\u0000b\u0007c\u001B[31m\u0085\u2066x\u2069", "SUMMARY:a\tb\u2028c")
        );

        Assert.Equal(("elbirroh abc[31mx", "a b c"), (e.Location, e.Summary));
    }

    [Fact]
    public void I13_text_is_in_form_C()
    {
        var e = Ics.ReadEvent(Ics.MayDay("SUMMARY:Gw\u0302yl", "DESCRIPTION:Cafe\u0301", "CATEGORIES:e\u0301"));

        Assert.Equal(("G\u0175yl", "Caf\u00E9", "\u00E9"), (e.Summary, e.Description, e.Categories.Single()));
    }

    [Fact]
    public void I13_long_texts_are_cut_between_letters_and_it_is_said()
    {
        var flag = "🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F";
        var file = Ics.ReadFile(
            Ics.MayDay(
                $"SUMMARY:{string.Concat(Enumerable.Repeat(flag, 20))}",
                $"LOCATION:{new string('l', 300)}",
                $"DESCRIPTION:{new string('d', 5_000)}"
            )
        );

        var e = file.Events.Single();
        Assert.Equal([Fault.TextCut, Fault.TextCut, Fault.TextCut], file.Faults());
        Assert.Equal(string.Concat(Enumerable.Repeat(flag, 8)) + "…", e.Summary);
        Assert.Equal((255, 4_000), (e.Location!.Length, e.Description!.Length));
    }

    [Fact]
    public void I13_places_and_titles_are_one_line_and_descriptions_several()
    {
        var e = Ics.ReadEvent(
            Ics.MayDay(
                @"SUMMARY:May\nDay",
                @"LOCATION:Town Hall\nHigh Street\n\nOldham",
                @"DESCRIPTION:one\r\n two\n\nthree\n".Replace(@"\r", "", StringComparison.Ordinal)
            )
        );

        Assert.Equal(("May Day", "Town Hall, High Street, Oldham", "one\n two\n\nthree"), (e.Summary, e.Location, e.Description));
    }

    [Fact]
    public void Categories_are_parted_at_commas_that_are_not_escaped()
    {
        var e = Ics.ReadEvent(Ics.MayDay(@"CATEGORIES:Rally,May Day 2026,bread\, roses", "CATEGORIES:,Rally,Picket"));

        Assert.Equal(["Rally", "May Day 2026", "bread, roses", "Picket"], e.Categories);
    }

    [Theory]
    [InlineData("GEO:53.5411;-2.1114", 53.5411, -2.1114)]
    [InlineData(@"GEO:53.5411\;-2.1114", 53.5411, -2.1114)]
    [InlineData("GEO:53.5411,-2.1114", 53.5411, -2.1114)]
    [InlineData("X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"Town Hall, Oldham\":geo:53.5411,-2.1114", 53.5411, -2.1114)]
    public void The_position_is_read_also_as_others_write_it(string line, double latitude, double longitude) =>
        Assert.Equal(new GeoPosition(latitude, longitude), Ics.ReadEvent(Ics.MayDay(line)).Position);

    [Theory]
    [InlineData("GEO:91;0")]
    [InlineData("GEO:NaN;0")]
    [InlineData("GEO:1e400;0")]
    [InlineData("GEO:here")]
    public void A_position_that_is_none_is_dropped_and_said(string line)
    {
        var file = Ics.ReadFile(Ics.MayDay(line));

        Assert.Equal([Fault.BadPosition], file.Faults());
        Assert.Null(file.Events.Single().Position);
    }
}
