using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Rallies.Tests.Site;

namespace Rallies.Tests.Api;

public sealed class ReadingApiTests(ReadingApiTests.Country country) : IClassFixture<ReadingApiTests.Country>
{
    private HttpClient Program { get; } = country.Site.CreateClient();

    [Fact]
    public async Task Towns_come_as_promised()
    {
        var towns = await Get("/api/v1/towns?q=aber&limit=3");

        Assert.Equal(3, towns.GetArrayLength());
        Assert.Equal(["country", "latitude", "longitude", "name", "population", "region", "slug", "timeZone"], KeysOf(towns[0]));
    }

    [Fact]
    public async Task Days_come_with_an_offset()
    {
        var day = (await Get("/api/v1/days"))[0];

        Assert.Equal(["name", "rallies", "slug", "startsAt", "status", "timeZone"], KeysOf(day));
        Assert.Equal("2028-06-03T18:00:00+01:00", day.GetProperty("startsAt").GetString());
        Assert.Equal("announced", day.GetProperty("status").GetString());
        Assert.Equal(3, day.GetProperty("rallies").GetInt32());
    }

    [Fact]
    public async Task Rallies_come_by_slug_and_by_distance_when_asked_from_somewhere()
    {
        var all = await Get("/api/v1/days/3rd-june/rallies");
        var near = await Get("/api/v1/days/3rd-june/rallies?near=53.8,-1.55&limit=1");

        Assert.Equal(["bradford", "hull", "leeds"], all.EnumerateArray().Select(r => r.GetProperty("town").GetString()));
        Assert.Equal(JsonValueKind.Null, all[0].GetProperty("distanceKm").ValueKind);
        Assert.Equal("leeds", near[0].GetProperty("town").GetString());
        Assert.InRange(near[0].GetProperty("distanceKm").GetDouble(), 0, 3);
        Assert.Equal(
            [
                "day",
                "distanceKm",
                "endsAt",
                "latitude",
                "longitude",
                "name",
                "place",
                "placeConfirmed",
                "region",
                "startsAt",
                "status",
                "timeZone",
                "town",
                "url",
            ],
            KeysOf(near[0])
        );
        Assert.Equal("http://localhost/3rd-june/leeds", near[0].GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("&near=53.8,-1.55")]
    public async Task Pages_follow_the_Link_header_and_never_overlap(string near)
    {
        var seen = new List<string?>();
        for (var next = $"/api/v1/days/3rd-june/rallies?limit=2{near}"; next is not null; )
        {
            using var answer = await Program.GetAsync(next, TestContext.Current.CancellationToken);
            seen.AddRange((await Read(answer)).EnumerateArray().Select(r => r.GetProperty("town").GetString()));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0][1..] : null;
        }

        Assert.Equal(3, seen.Count);
        Assert.Equal(["bradford", "hull", "leeds"], seen.Order());
    }

    [Fact]
    public async Task One_rally_comes_with_running_order_and_access()
    {
        var hull = await Get("/api/v1/days/3rd-june/rallies/hull");

        Assert.Equal("tentative", hull.GetProperty("status").GetString());
        Assert.False(hull.GetProperty("placeConfirmed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, hull.GetProperty("place").ValueKind);
        Assert.Equal(0, hull.GetProperty("runningOrder").GetArrayLength());
        Assert.Equal("notKnown", hull.GetProperty("access").GetProperty("stepFree").GetString());
    }

    [Theory]
    [InlineData("towns?q=a&limit=0", 400)]
    [InlineData("towns?q=a&limit=101", 400)]
    [InlineData("towns?q=a&limit=ten", 400)]
    [InlineData("days/3rd-june/rallies?limit=0", 400)]
    [InlineData("days/3rd-june/rallies?limit=501", 400)]
    [InlineData("days/3rd-june/rallies?limit=-1", 400)]
    [InlineData("days/3rd-june/rallies?limit=99999999999", 400)]
    [InlineData("days/3rd-june/rallies?near=leeds", 400)]
    [InlineData("days/3rd-june/rallies?near=91,0", 400)]
    [InlineData("days/3rd-june/rallies?near=NaN,0", 400)]
    [InlineData("days/3rd-june/rallies?near=1,2,3", 400)]
    [InlineData("days/3rd-june/rallies?near=53.8,-1.55&after=leeds", 400)]
    [InlineData("days/3rd-june/rallies?after=%00", 400)]
    [InlineData("days/4th-june/rallies", 404)]
    [InlineData("days/3rd-june/rallies/york", 404)]
    [InlineData("nothing", 404)]
    [InlineData("", 404)]
    public async Task What_cannot_be_answered_is_a_problem_in_a_sentence(string address, int status)
    {
        using var answer = await Program.GetAsync($"/api/v1/{address}", TestContext.Current.CancellationToken);
        var problem = await Read(answer);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("days/3rd-june/rallies/leeds/pledges")]
    [InlineData("days/3rd-june/rallies/leeds/here")]
    [InlineData("door/taps")]
    public async Task What_only_takes_a_post_says_so(string address)
    {
        using var answer = await Program.GetAsync($"/api/v1/{address}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Any_origin_may_read_and_no_cookie_is_set()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/days/3rd-june/rallies?limit=1");
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var answer = await Program.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Link", string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Whoever_holds_the_newest_is_told_so()
    {
        using var first = await Program.GetAsync("/api/v1/days/3rd-june/rallies", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/days/3rd-june/rallies");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));

        using var answer = await Program.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task The_description_knows_the_reads_and_no_page()
    {
        var paths = (await Get("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();

        Assert.Contains("/api/v1/days/{day}/rallies", paths);
        Assert.All(paths, path => Assert.StartsWith("/api/v1/", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_called_off_takes_its_rallies_along()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        day.CallOff(Some.Moment);
        await site.Holds(day);
        await site.Holds(Some.Rally(day));

        using var answer = await site.CreateClient().GetAsync("/api/v1/days/3rd-june/rallies", TestContext.Current.CancellationToken);

        Assert.Equal("cancelled", (await Read(answer))[0].GetProperty("status").GetString());
    }

    private static IEnumerable<string> KeysOf(JsonElement row) => row.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    private async Task<JsonElement> Get(string address)
    {
        using var answer = await Program.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Read(answer);
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer) =>
        JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Three rallies, one of them without a place.</summary>
    public sealed class Country : IAsyncLifetime
    {
        public RalliesSite Site { get; } = new();

        public async ValueTask InitializeAsync()
        {
            var day = Some.Day();
            await Site.Holds(day);
            await Site.Holds(Some.Rally(day), Some.Rally(day, "bradford"), Some.Rally(day, "kingston-upon-hull", place: "", slug: "hull"));
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
