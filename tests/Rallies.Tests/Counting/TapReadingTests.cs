using System.Net;
using System.Text;
using static Rallies.Tests.Counting.CountingSite;

namespace Rallies.Tests.Counting;

/// <summary>What a door may send, and what becomes of what cannot be read.</summary>
public sealed class TapReadingTests : IAsyncLifetime
{
    private CountingSite night = null!;

    [Fact]
    public async Task One_bad_tap_never_blocks_the_queue()
    {
        var at = night.Now.ToString();
        object[] taps =
        [
            new
            {
                id = "no uuid",
                kind = "in",
                at,
            },
            new
            {
                id = Guid.CreateVersion7(),
                kind = "dance",
                at,
            },
            new
            {
                id = Guid.CreateVersion7(),
                kind = "in",
                count = 51,
                at,
            },
            new
            {
                id = Guid.CreateVersion7(),
                kind = "in",
                count = "many",
                at,
            },
            new
            {
                id = Guid.CreateVersion7(),
                kind = "in",
                at = "half past six",
            },
            new
            {
                id = Guid.CreateVersion7(),
                kind = "in",
                at,
                skew = "late",
            },
            new
            {
                id = Guid.CreateVersion7(),
                kind = "in",
                at = "2028-06-03T09:00:00Z",
            },
            new
            {
                id = Guid.CreateVersion7(),
                kind = "correction",
                low = 1,
                high = 2,
                reason = "Because",
                at,
            },
            new
            {
                id = Guid.CreateVersion7(),
                kind = "undo",
                at,
            },
            "not a tap",
            night.In(3),
        ];

        using var answer = await night.Taps(Batch(taps), night.Steward);
        var json = await Json(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            ["badId", "badKind", "badCount", "badCount", "badTime", "badTime", "notOpen", "notAllowed", "badId", "badId"],
            json.GetProperty("refused").EnumerateArray().Select(r => r.GetProperty("why").GetString())
        );
        Assert.Equal(1, json.GetProperty("recorded").GetArrayLength());
        Assert.Equal(3, json.GetProperty("row").GetProperty("entered").GetInt32());
    }

    [Fact]
    public async Task Half_a_surrogate_and_a_null_character_do_not_break_a_commit()
    {
        var body =
            $$"""{"device":"{{Guid.CreateVersion7()}}","door":"No\u0000rth\ud83d","rally":"3rd-june/leeds","taps":[{"id":"{{Guid.CreateVersion7()}}","kind":"in","at":"{{night.Now}}"}]}""";

        using var answer = await night.Taps(new StringContent(body, Encoding.UTF8, "application/json"), night.Steward);

        Assert.Equal(1, (await Json(answer)).GetProperty("recorded").GetArrayLength());
    }

    [Fact]
    public async Task A_field_whose_name_is_half_a_surrogate_hides_no_other()
    {
        var body =
            $$"""{"device":"{{Guid.CreateVersion7()}}","rally":"3rd-june/leeds","taps":[{"id":"{{Guid.CreateVersion7()}}","kind":"in","at":"{{night.Now}}","\ud83d":1}],"\ud83d\ud83d":2}""";

        using var answer = await night.Taps(new StringContent(body, Encoding.UTF8, "application/json"), night.Steward);

        Assert.Equal(1, (await Json(answer)).GetProperty("recorded").GetArrayLength());
    }

    [Fact]
    public async Task An_id_is_answered_in_the_letters_in_which_it_was_sent()
    {
        var capitals = Guid.CreateVersion7().ToString().ToUpperInvariant();
        var tap = new
        {
            id = capitals,
            kind = "in",
            at = night.Now.ToString(),
        };

        using var answer = await night.Taps(Batch(tap, tap, tap with { kind = "out" }), night.Steward);
        var json = await Json(answer);

        Assert.Equal(
            [capitals, capitals, capitals],
            new[]
            {
                json.GetProperty("recorded")[0],
                json.GetProperty("known")[0],
                json.GetProperty("refused")[0].GetProperty("id"),
            }.Select(id => id.GetString())
        );
    }

    [Fact]
    public async Task A_deeply_nested_tap_is_refused_alone()
    {
        var (open, shut) = (new string('[', 500), new string(']', 500));
        var body =
            $$"""{"device":"{{Guid.CreateVersion7()}}","rally":"3rd-june/leeds","taps":[{"id":{{open}}{{shut}}},{"id":"{{Guid.CreateVersion7()}}","kind":"in","at":"{{night.Now}}"}]}""";

        using var answer = await night.Taps(new StringContent(body, Encoding.UTF8, "application/json"), night.Steward);
        var json = await Json(answer);

        Assert.Equal("badId", json.GetProperty("refused")[0].GetProperty("why").GetString());
        Assert.Equal(1, json.GetProperty("row").GetProperty("entered").GetInt32());
    }

    /// <summary>A quarter of a megabyte of brackets took a processor seventeen seconds.</summary>
    [Fact]
    public async Task A_body_of_brackets_is_refused_before_it_costs_anything()
    {
        using var answer = await night.Taps(
            new StringContent($$"""{"taps":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""", Encoding.UTF8, "application/json"),
            night.Steward
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_id_with_a_blank_beside_it_is_a_bad_one()
    {
        using var answer = await night.Taps(
            Batch(
                new
                {
                    id = Guid.CreateVersion7() + " ",
                    kind = "in",
                    at = night.Now.ToString(),
                }
            ),
            night.Steward
        );

        Assert.Equal("badId", (await Json(answer)).GetProperty("refused")[0].GetProperty("why").GetString());
    }

    [Theory]
    [InlineData("2.0", 2)]
    [InlineData("1e1", 10)]
    [InlineData("2.5", 0)]
    [InlineData("1e300", 0)]
    public async Task A_whole_number_is_one_however_it_is_written(string count, int entered)
    {
        var body =
            $$"""{"device":"{{Guid.CreateVersion7()}}","rally":"3rd-june/leeds","taps":[{"id":"{{Guid.CreateVersion7()}}","kind":"in","at":"{{night.Now}}","count":{{count}}}]}""";

        using var answer = await night.Taps(new StringContent(body, Encoding.UTF8, "application/json"), night.Steward);

        Assert.Equal(entered, (await Json(answer)).GetProperty("row").GetProperty("entered").GetInt32());
    }

    [Theory]
    [InlineData("not json", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"taps\":{}}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"taps\":[],\"rally\":\"3rd-june/atlantis\"}", "application/json", HttpStatusCode.NotFound)]
    [InlineData("taps=", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{\"taps\":[]}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{\"taps\":[]}", "application/ld+json", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_cannot_be_read_is_refused_as_a_whole(string body, string type, HttpStatusCode status)
    {
        using var answer = await night.Taps(new StringContent(body, Encoding.UTF8, type), night.Steward);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task At_most_500_taps_and_256_kB_at_once()
    {
        using var fits = await night.Taps(Batch([.. Enumerable.Range(0, 500).Select(_ => night.In(1))]), night.Steward);
        using var many = await night.Taps(Batch([.. Enumerable.Range(0, 501).Select(_ => (object)1)]), night.Steward);
        using var large = await night.Taps(Batch(new string('x', 256 * 1024)), night.Steward);

        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, many.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();
}
