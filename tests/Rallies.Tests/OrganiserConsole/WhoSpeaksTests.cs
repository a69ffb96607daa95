using Bunit;
using Microsoft.AspNetCore.Components.Web;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Speakers;
using Rallies.Web.OrganiserConsole.WhoSpeaks;

namespace Rallies.Tests.OrganiserConsole;

public sealed class WhoSpeaksTests : ConsoleTest
{
    private static readonly LocalTime six = new(18, 0);

    [Fact]
    public void Each_begins_when_the_one_before_has_ended()
    {
        var list = List(Order("Welcome", "Collection", "Samba band"));

        Assert.Equal(["6pm", "6.10", "6.20"], list.FindAll("time").Select(t => t.TextContent));
    }

    [Theory]
    [InlineData("ArrowDown", true, 1)]
    [InlineData("ArrowDown", false, null)]
    [InlineData("ArrowUp", true, null)]
    public void A_row_is_moved_by_alt_and_an_arrow_and_only_within_the_list(string key, bool alt, int? expected)
    {
        int? position = null;
        var list = List(Order("Welcome", "Collection"), move => position = move.Position);

        list.Find(".slot-row").KeyDown(new KeyboardEventArgs { Key = key, AltKey = alt });

        Assert.Equal(expected, position);
    }

    [Fact]
    public void A_move_is_told_politely()
    {
        var order = Order("Welcome", "Collection", "Samba band");
        var list = List(order, move => order.Move(move.Slot.Id, move.Position));

        list.Find("[aria-label='Move Welcome later']").Click();

        Assert.Equal("Welcome is now 2 of 3, at 6.10pm.", list.Find("[role=status]").TextContent);
    }

    [Fact]
    public void A_row_is_dropped_where_another_stands()
    {
        var order = Order("Welcome", "Collection", "Samba band");
        var list = List(order, move => order.Move(move.Slot.Id, move.Position));

        list.FindAll(".slot-row")[2].DragStart();
        list.FindAll(".slot-row")[0].Drop();

        Assert.Equal(["Samba band", "Welcome", "Collection"], order.Slots.Select(s => s.Title));
    }

    [Fact]
    public void Somebody_known_brings_role_and_organisation_along()
    {
        var form = new SlotForm();

        form.Name("beth ashworth", [new(new Slug("beth-ashworth"), "Beth Ashworth", SpeakerRole.Striker, "Ferry crew")]);

        Assert.Equal((SpeakerRole.Striker, "Ferry crew"), (form.Role, form.Organisation));
    }

    [Theory]
    [InlineData("", "", "5", "fault.slot")]
    [InlineData("", "Collection", "0", "fault.minutes")]
    [InlineData("", "Collection", "241", "fault.minutes")]
    [InlineData("", "Collection", "soon", "fault.minutes")]
    public void A_slot_says_who_or_what_and_how_long(string speaker, string title, string minutes, string fault)
    {
        SlotForm form = new()
        {
            Speaker = speaker,
            Title = title,
            Minutes = minutes,
        };

        Assert.Equal([fault], form.Check().Select(f => f.Word));
    }

    private static RunningOrder Order(params string[] titles) => new(titles.Select((title, at) => new Slot(1, at, title, 10, null)));

    private IRenderedComponent<OrderList> List(RunningOrder order, Action<(Slot Slot, int Position)>? onMove = null) =>
        Render<OrderList>(p => p.Add(l => l.Order, order).Add(l => l.Start, six).Add(l => l.OnMove, move => onMove?.Invoke(move)));
}
