using AngleSharp.Dom;
using Bunit;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Web.OrganiserConsole.Links;
using Rallies.Web.OrganiserConsole.OneRally;
using Rallies.Web.OrganiserConsole.Outbox;
using Rallies.Web.OrganiserConsole.Parts;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Tests.OrganiserConsole;

public sealed class ComponentTests : ConsoleTest
{
    private static readonly DateTimeZone london = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Fact]
    public void The_hours_say_what_is_meant_and_in_whose_time()
    {
        var editor = Render<HoursEditor>(p =>
            p.Add(e => e.Editing, Hours(new(2028, 6, 3, 18, 0))).Add(e => e.DayStartsAt, new LocalDateTime(2028, 6, 3, 18, 0))
        );

        Assert.Contains("Saturday 3 June 2028, 6pm to 8pm, UK time.", editor.Find(".notice").TextContent);
        Assert.Contains("moves along", editor.Find(".notice").TextContent);
    }

    [Fact]
    public void A_time_that_comes_twice_is_pointed_out()
    {
        var editor = Render<HoursEditor>(p =>
            p.Add(e => e.Editing, Hours(new(2028, 10, 29, 1, 30))).Add(e => e.DayStartsAt, new LocalDateTime(2028, 6, 3, 18, 0))
        );

        Assert.Contains("show 1.30am twice", editor.Find(".notice").TextContent);
        Assert.Contains("a time of its own", editor.Find(".notice").TextContent);
    }

    [Fact]
    public void A_time_that_never_comes_is_refused_at_the_field()
    {
        var editor = Render<HoursEditor>(p =>
            p.Add(e => e.Editing, Hours(new(2028, 3, 25, 1, 30))).Add(e => e.DayStartsAt, new LocalDateTime(2028, 6, 3, 18, 0))
        );

        editor.Find("#hours-date").Change("2028-03-26");
        editor.Find("form").Submit();

        Assert.Contains("jump over this time", editor.Find("#hours-time-error").TextContent);
        Assert.Equal("true", editor.Find("#hours-time").GetAttribute("aria-invalid"));
        Assert.Equal("2028-03-26", editor.Find("#hours-date").GetAttribute("value"));
    }

    [Fact]
    public void Faults_stand_at_the_top_and_at_the_field_and_the_state_is_told_politely()
    {
        var editing = new Editing<PlaceForm>(() => PlaceForm.Of(new("Victoria Gardens", "", null)), _ => Task.FromResult(Change.Made));
        var editor = Render<PlaceEditor>(p => p.Add(e => e.Editing, editing));

        editor.Find("#place-name").Change("");
        editor.Find("form").Submit();

        Assert.Equal("#place-name", editor.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal("place-name-hint place-name-error", editor.Find("#place-name").GetAttribute("aria-describedby"));
        Assert.Contains("Not saved yet", editor.Find("[role=status]").TextContent);
    }

    [Fact]
    public void A_clash_shows_what_it_now_says_and_lets_people_choose()
    {
        var stored = new MeetingPoint("Victoria Gardens", "", null);
        var editing = new Editing<PlaceForm>(
            () => PlaceForm.Of(stored),
            form =>
            {
                stored = form.ToMeetingPoint()!;
                return Task.FromResult(Change.Made);
            }
        );
        var editor = Render<PlaceEditor>(p => p.Add(e => e.Editing, editing));
        editor.Find("#place-name").Change("Millennium Square");

        stored = new MeetingPoint("The bandstand", "", null);
        editor.Find("form").Submit();
        Assert.Contains("The bandstand", editor.Find(".clash").TextContent);

        editor.Find(".notice-changed .button").Click();
        Assert.Equal("Millennium Square", stored.Place);
        Assert.Empty(editor.FindAll(".clash"));
    }

    [Fact]
    public void A_rally_is_called_off_only_with_a_reason()
    {
        string? because = null;
        var panel = Render<OnOrOff>(p =>
            p.Add(o => o.Status, RallyStatus.Confirmed)
                .Add(o => o.OnGoAhead, () => Task.FromResult(Change.Made))
                .Add(o => o.OnPostpone, () => Task.FromResult(Change.Made))
                .Add(
                    o => o.OnCallOff,
                    reason =>
                    {
                        because = reason;
                        return Task.FromResult(Change.Made);
                    }
                )
        );

        Button(panel, "Call it off").Click();
        panel.Find("dialog form").Submit();
        Assert.Null(because);
        Assert.Contains("Give a reason", panel.Find("#call-off-because-error").TextContent);

        panel.Find("#call-off-because").Input("The square is flooded");
        panel.Find("dialog form").Submit();
        Assert.Equal("The square is flooded", because);
        Assert.Empty(panel.FindAll("dialog"));
    }

    [Fact]
    public void A_revoked_links_holder_is_told_so()
    {
        var panel = Render<OnOrOff>(p =>
            p.Add(o => o.Status, RallyStatus.Cancelled)
                .Add(o => o.OnGoAhead, () => Task.FromResult(Change.NotAllowed))
                .Add(o => o.OnPostpone, () => Task.FromResult(Change.NotAllowed))
                .Add(o => o.OnCallOff, _ => Task.FromResult(Change.NotAllowed))
        );

        Button(panel, "On again").Click();

        Assert.Contains("no longer does", panel.Find("[role=status]").TextContent);
    }

    [Fact]
    public void A_link_is_taken_back_only_after_asking_and_never_ones_own()
    {
        LinkLine? revoked = null;
        LinkLine yours = new(Guid.CreateVersion7(), Role.Owner, "Leeds", Some.Moment, null, true, []);
        LinkLine priyas = new(Guid.CreateVersion7(), Role.Steward, "Priya", Some.Moment, null, false, []);
        var list = Render<LinkList>(p =>
            p.Add(l => l.Links, [yours, priyas]).Add(l => l.MayRevoke, true).Add(l => l.OnRevoke, link => revoked = link)
        );

        var button = Assert.Single(list.FindAll("table button"));
        Assert.Equal("Take back the link of Priya", button.GetAttribute("aria-label"));
        button.Click();
        Assert.Null(revoked);
        list.Find("dialog form").Submit();

        Assert.Equal(priyas, revoked);
    }

    [Fact]
    public void A_co_organiser_makes_links_for_stewards_only()
    {
        var maker = Render<LinkMaker>(p => p.Add(m => m.MayMakeCoOrganisers, false));

        Assert.Empty(maker.FindAll("input[type=radio]"));
    }

    [Fact]
    public void A_new_link_is_shown_with_a_code_that_a_camera_reads()
    {
        var link = Render<NewLink>(p =>
            p.Add(l => l.Address, "https://rallies.example/k/aaaabbbbccccddddeeeeffffgggghhhh")
                .Add(l => l.Name, "Priya")
                .Add(l => l.Role, Role.Steward)
        );

        Assert.Equal("https://rallies.example/k/aaaabbbbccccddddeeeeffffgggghhhh", link.Find("code").TextContent);
        Assert.Equal("Code to scan: the link for Priya", link.Find("svg[role=img]").GetAttribute("aria-label"));
        Assert.StartsWith("M4 4h7v1h-7z", link.Find(".qr-code-squares").GetAttribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_outbox_says_to_whom_and_whether_it_went()
    {
        MailLine sent = new(
            2,
            "amina@example.org",
            "Your rally in Leeds",
            Some.Moment,
            Instant.FromUtc(2028, 6, 1, 10, 30),
            0,
            MailState.Sent
        );
        MailLine waiting = new(1, null, null, Some.Moment, null, 3, MailState.Waiting);

        var rows = Render<OutboxList>(p => p.Add(o => o.Mails, [sent, waiting])).FindAll("tbody tr");

        Assert.Contains("amina@example.org", rows[0].TextContent);
        Assert.Contains("Sent 30 minutes ago", rows[0].TextContent);
        Assert.Contains("the key is gone", rows[1].TextContent);
        Assert.Contains("tried 3 times", rows[1].TextContent);
    }

    private static IElement Button<TComponent>(IRenderedComponent<TComponent> rendered, string words)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        rendered.FindAll("button").First(b => b.TextContent.Trim() == words);

    private static Editing<HoursForm> Hours(LocalDateTime start) =>
        new(() => HoursForm.Of(start, Duration.FromHours(2), london), _ => Task.FromResult(Change.Made));
}
