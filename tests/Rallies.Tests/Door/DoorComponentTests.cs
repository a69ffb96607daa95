using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Door;
using Rallies.Web.Live;
using Rallies.Web.Reads;
using Rallies.Web.Words;

namespace Rallies.Tests.Door;

public sealed class DoorComponentTests : BunitContext
{
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);

    public DoorComponentTests()
    {
        Services.AddLocalization();
        Services.AddSingleton<Said>().AddSingleton<FigureWords>().AddSingleton<TapWords>();
    }

    [Theory]
    [InlineData(79, null, "79% full, room for 100")]
    [InlineData(80, "capacity-amber", "Nearly full: 80%. Room for 20 more.")]
    [InlineData(100, "capacity-red", "Full. Send people to the overflow.")]
    [InlineData(130, "capacity-red", "Full. Send people to the overflow.")]
    public void How_full_it_is_stands_in_colour_and_in_words(int here, string? look, string words)
    {
        var figures = Render<DoorFigures>(p => p.Add(f => f.Model, View(here, capacity: 100)));

        Assert.Equal(words, figures.Find(".capacity p").TextContent);
        Assert.Equal(look is null ? ["capacity"] : ["capacity", look], figures.Find(".capacity").ClassList);
    }

    [Fact]
    public void Where_nobody_said_how_many_it_holds_there_is_no_bar() =>
        Assert.Empty(Render<DoorFigures>(p => p.Add(f => f.Model, View(5, capacity: null))).FindAll(".capacity:not([hidden])"));

    [Fact]
    public void What_nobody_could_record_is_said_at_the_top()
    {
        var state = Render<DoorState>(p => p.Add(s => s.Model, View(5, null) with { IsBusy = true }));

        Assert.Contains("door-state-refused", state.Find("p").ClassList);
        Assert.StartsWith("Not recorded", state.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FigureKind.Counted, 1412, 1412, "1,412 counted at 2 doors, 6pm")]
    [InlineData(FigureKind.Estimated, 600, 800, "600–800 estimated, 6pm")]
    [InlineData(FigureKind.CheckedIn, 51, 63, "51–63 checked themselves in, 6pm")]
    [InlineData(FigureKind.Corrected, 900, 950, "900–950 corrected by the organisers, 6pm")]
    [InlineData(FigureKind.None, 0, 0, "not reported")]
    public void A_figure_is_never_said_without_its_kind_and_age(FigureKind kind, int low, int high, string said)
    {
        var count = new Headcount(kind, low, high, 0, 0, 0, 0, 2, 0, kind == FigureKind.None ? null : six);

        Assert.Equal(said, Services.GetRequiredService<FigureWords>().Whole(count, DateTimeZoneProviders.Tzdb["Europe/London"], six));
    }

    private static DoorView View(int here, int? capacity)
    {
        var hours = new CountingHours(new Interval(six, six + Duration.FromHours(2)), null);
        var count = new Headcount(FigureKind.Counted, here, here, here, here, here, 0, 1, 0, six);
        var startsAt = six.InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).ToOffsetDateTime();
        return new DoorView(
            new NamedRally(1, "3rd-june", "3 June", "leeds", "Leeds", "Europe/London"),
            new DoorAsked("North", Guid.CreateVersion7()),
            "/door/3rd-june/leeds",
            hours,
            new BoardRow("leeds", 1, RallyStatus.Confirmed, startsAt, true, true, false, false, count, 0, capacity),
            [],
            six
        );
    }
}
