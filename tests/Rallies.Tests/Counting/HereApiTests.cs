using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Web.Access;
using Rallies.Web.Counting;
using Rallies.Web.UseCases;
using static Rallies.Tests.Counting.CountingSite;

namespace Rallies.Tests.Counting;

public sealed class HereApiTests : IAsyncLifetime
{
    private CountingSite night = null!;

    [Fact]
    public async Task A_check_in_counts_once_however_often_it_is_sent()
    {
        var id = Guid.CreateVersion7();

        using var first = await night.Here(new { id, with = 2 });
        using var again = await night.Here(new { id, with = 2 });
        using var other = await night.Here(new { id, with = 3 });

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict],
            [first.StatusCode, again.StatusCode, other.StatusCode]
        );
        Assert.Equal((await Json(first)).ToString(), (await Json(again)).ToString());
        Assert.Equal(3, (await night.Counts()).GetProperty("total").GetProperty("checkedIn").GetInt32());
    }

    [Fact]
    public async Task Before_it_opens_the_answer_says_when()
    {
        night.Site.Clock.Advance(-Duration.FromMinutes(61));

        using var answer = await night.Here(new { id = Guid.CreateVersion7() });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("2028-06-03T17:00:00+01:00", (await Json(answer)).GetProperty("opensAt").GetString());
    }

    [Theory]
    [InlineData("{}", "id")]
    [InlineData("""{"id":"7"}""", "id")]
    [InlineData("""{"id":"0197a000-0000-7000-8000-000000000001","with":21}""", "with")]
    [InlineData("""{"id":"0197a000-0000-7000-8000-000000000001","with":1.5}""", "with")]
    [InlineData("""{"id":"0197a000-0000-7000-8000-000000000001","with":6}""", "with")]
    [InlineData("""{"id":"0197a000-0000-7000-8000-000000000001","at":"soon"}""", "at")]
    [InlineData("""{"id":"0197a000-0000-7000-8000-000000000001","code":"abc"}""", "code")]
    [InlineData("""{"id":"0197a000-0000-7000-8000-000000000001","code":["\ud800"]}""", "code")]
    [InlineData("""{"id":"0197a000-0000-7000-8000-000000000001","code":true}""", "code")]
    public async Task What_is_wrong_is_named(string body, string field)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await night.Client.PostAsync(
            "/api/v1/days/3rd-june/rallies/leeds/here",
            content,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await Json(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Nobody_checks_in_at_a_rally_that_is_called_off_or_was_never_called()
    {
        using var unknown = await night.Here(new { id = Guid.CreateVersion7() }, "atlantis");
        await night
            .Site.Services.GetRequiredService<EditRally>()
            .CallOffAsync(await Owners(), night.Leeds.Id, "Storm", TestContext.Current.CancellationToken);
        using var calledOff = await night.Here(new { id = Guid.CreateVersion7() });

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Conflict], [unknown.StatusCode, calledOff.StatusCode]);
        Assert.Equal("cancelled", (await night.Counts()).GetProperty("rallies")[1].GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_code_on_the_screen_lets_a_group_in_and_ten_guesses_are_enough()
    {
        var code = night.Site.Services.GetRequiredService<CodeOnScreen>().Now(night.Leeds.Id);
        var wrong = code == "000000" ? "000001" : "000000";

        using var group = await night.Here(
            new
            {
                id = Guid.CreateVersion7(),
                with = 20,
                code,
            }
        );
        for (var guess = 0; guess < 10; guess++)
        {
            using var guessed = await night.Here(new { id = Guid.CreateVersion7(), code = wrong });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, guessed.StatusCode);
        }
        using var eleventh = await night.Here(new { id = Guid.CreateVersion7(), code = wrong });

        Assert.Equal(HttpStatusCode.Created, group.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, eleventh.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(5), eleventh.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Above_600_a_minute_from_one_network_the_code_is_asked_for()
    {
        var answers = new List<HttpStatusCode>();
        for (var person = 0; person < 601; person++)
        {
            using var answer = await night.Here(new { id = Guid.CreateVersion7() });
            answers.Add(answer.StatusCode);
        }

        Assert.All(answers.Take(600), status => Assert.Equal(HttpStatusCode.Created, status));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answers[600]);
    }

    [Fact]
    public async Task The_organiser_closes_the_counting_and_signs_the_figure()
    {
        using var counted = await night.Taps(Batch(night.In(40)), night.Steward);
        var closing = night.Site.Services.GetRequiredService<CloseCounting>();
        night.Site.Clock.Advance(Duration.FromMinutes(1));

        Assert.Equal(Change.Made, await closing.SignAsync(await Owners(), night.Leeds.Id, TestContext.Current.CancellationToken));
        Assert.Equal(Change.AlreadySo, await closing.SignAsync(await Owners(), night.Leeds.Id, TestContext.Current.CancellationToken));
        Assert.Equal(
            Change.NotAllowed,
            await closing.CloseAsync(new([night.StewardsGrant]), night.Leeds.Id, TestContext.Current.CancellationToken)
        );
        night.Site.Clock.Advance(Duration.FromMinutes(1));
        using var late = await night.Taps(Batch(night.In(9)), night.Steward);

        var row = (await Json(late)).GetProperty("row");
        Assert.True(row.GetProperty("closed").GetBoolean() && row.GetProperty("final").GetBoolean());
        Assert.Equal((40, 1), (row.GetProperty("high").GetInt32(), row.GetProperty("late").GetInt32()));
    }

    [Fact]
    public async Task Counts_are_answered_304_until_they_change()
    {
        using var first = await night.Client.GetAsync("/api/v1/days/3rd-june/counts", TestContext.Current.CancellationToken);
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/api/v1/days/3rd-june/counts");
        ask.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await night.Client.SendAsync(ask, TestContext.Current.CancellationToken);
        using var here = await night.Here(new { id = Guid.CreateVersion7() });
        using var askAgain = new HttpRequestMessage(HttpMethod.Get, "/api/v1/days/3rd-june/counts");
        askAgain.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var changed = await night.Client.SendAsync(askAgain, TestContext.Current.CancellationToken);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK],
            [first.StatusCode, same.StatusCode, changed.StatusCode]
        );
    }

    [Fact]
    public async Task Pages_of_any_origin_may_read_the_counts_and_the_description_knows_them()
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/api/v1/days/3rd-june/counts");
        ask.Headers.Add("Origin", "https://paper.example");
        using var answer = await night.Client.SendAsync(ask, TestContext.Current.CancellationToken);
        var description = await night.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.All(
            ["/days/{day}/counts\"", "/here\"", "/door/taps\""],
            path => Assert.Contains(path, description, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_table_has_the_fields_of_those_who_count_crowds()
    {
        using var here = await night.Here(new { id = Guid.CreateVersion7(), with = 4 });

        var table = await night.Client.GetStringAsync("/api/v1/days/3rd-june/counts.csv", TestContext.Current.CancellationToken);
        var lines = table.Split("\r\n");

        Assert.Contains("size_low,size_high,size_mean,size_cat", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("3rd-june,goole,Goole,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",none,,,,0,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",checkedIn,5,5,5,1,", lines[2], StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private async Task<HeldGrants> Owners() =>
        new([
            (await night.Site.Services.GetRequiredService<GrantBook>().FindAsync(night.Owner, TestContext.Current.CancellationToken))!.Id,
        ]);
}
