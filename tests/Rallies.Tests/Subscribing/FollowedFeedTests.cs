using Rallies.Web.Feeds;
using Rallies.Web.Public.Subscribing;

namespace Rallies.Tests.Subscribing;

/// <summary>The addresses that calendar programs are given, to the letter.</summary>
public sealed class FollowedFeedTests
{
    private static readonly FollowedFeed leeds = Feed(new FeedSubject.OneRally("3rd-june", "leeds"), FeedQuery.Of([], [], "en"));

    private static readonly FollowedFeed sifted = Feed(
        new FeedSubject.Region("wales"),
        FeedQuery.Of(["rally", "picket"], ["step-free", "bsl"], "cy")
    );

    [Fact]
    public void The_address_holds_what_it_is_sifted_by_in_order()
    {
        Assert.Equal("https://rallies.example/calendar/3rd-june/leeds.ics", leeds.Address);
        Assert.Equal("https://rallies.example/calendar/regions/wales.ics?access=bsl,step-free&lang=cy&type=picket,rally", sifted.Address);
    }

    [Fact]
    public void Apple_and_desktop_programs_get_webcal()
    {
        Assert.Equal("webcal://rallies.example/calendar/3rd-june/leeds.ics", leeds.Webcal);
        Assert.Equal("webcal://rallies.example/calendar/regions/wales.ics?access=bsl,step-free&lang=cy&type=picket,rally", sifted.Webcal);
    }

    [Fact]
    public void Google_gets_webcal_inside_its_own_address_and_cancellations_as_notices()
    {
        Assert.Equal(
            "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Frallies.example%2Fcalendar%2F3rd-june%2Fleeds.ics%3Fcancelled%3Dnotice",
            leeds.Google
        );
        Assert.Equal(
            "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Frallies.example%2Fcalendar%2Fregions%2Fwales.ics"
                + "%3Faccess%3Dbsl%2Cstep-free%26cancelled%3Dnotice%26lang%3Dcy%26type%3Dpicket%2Crally",
            sifted.Google
        );
    }

    [Fact]
    public void Outlook_gets_the_address_and_a_name()
    {
        Assert.Equal(
            "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Frallies.example%2Fcalendar%2F3rd-june%2Fleeds.ics"
                + "&name=Bread%20%26%20Roses%2C%20100%25",
            leeds.OutlookCom
        );
        Assert.Equal(
            "https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Frallies.example%2Fcalendar%2Fregions%2Fwales.ics"
                + "%3Faccess%3Dbsl%2Cstep-free%26lang%3Dcy%26type%3Dpicket%2Crally&name=Bread%20%26%20Roses%2C%20100%25",
            sifted.Microsoft365
        );
    }

    [Fact]
    public void A_copy_is_fetched_from_the_site_itself()
    {
        Assert.Equal("/calendar/3rd-june/leeds.ics?download=1", leeds.Download);
        Assert.Equal("/calendar/regions/wales.ics?access=bsl,step-free&download=1&lang=cy&type=picket,rally", sifted.Download);
    }

    [Fact]
    public void A_trial_without_https_keeps_its_port() =>
        Assert.Equal(
            "webcal://localhost:5072/calendar/all.ics",
            (Feed(new FeedSubject.Everything(), FeedQuery.Of([], [], "en")) with { Origin = new Uri("http://localhost:5072/") }).Webcal
        );

    [Fact]
    public void Notices_are_another_feed_and_a_download_is_not()
    {
        var query = FeedQuery.Of(["rally"], [], "en");

        Assert.NotEqual(query.Key, query.AsNotice().Key);
        Assert.Equal(query.Key, query.AsDownload().Key);
    }

    private static FollowedFeed Feed(FeedSubject subject, FeedQuery query) =>
        new("Bread & Roses, 100%", new Uri("https://rallies.example/"), subject, query);
}
