using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using static Rallies.Tests.Counting.CountingSite;

namespace Rallies.Tests.Counting;

/// <summary>Taps as a door sends them, and who may send them.</summary>
public sealed class DoorApiTests : IAsyncLifetime
{
    private CountingSite night = null!;

    [Fact]
    public async Task Taps_are_recorded_and_answered_with_the_row()
    {
        var tap = Guid.CreateVersion7();

        using var answer = await night.Taps(Batch(night.In(5, tap), night.In(7)), night.Steward);
        using var again = await night.Taps(Batch(night.In(5, tap)), night.Steward);
        var json = await Json(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, json.GetProperty("recorded").GetArrayLength());
        Assert.Equal(12, json.GetProperty("row").GetProperty("peak").GetInt32());
        Assert.Equal("counted", json.GetProperty("row").GetProperty("kind").GetString());
        Assert.Equal("idReused", (await Json(again)).GetProperty("refused")[0].GetProperty("why").GetString()); // another device
    }

    [Fact]
    public async Task A_reused_id_and_an_undo_that_comes_too_late_are_refused_by_name()
    {
        var (device, id) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var at = night.Now.ToString();
        var made = new
        {
            id,
            kind = "in",
            count = 2,
            at,
        };
        using var first = await night.Taps(From(device, made), night.Steward);
        night.Site.Clock.Advance(Duration.FromMinutes(11));

        using var answer = await night.Taps(
            From(
                device,
                made,
                new
                {
                    id,
                    kind = "in",
                    count = 3,
                    at,
                },
                new
                {
                    id = Guid.CreateVersion7(),
                    kind = "undo",
                    undoes = id,
                    at = night.Now.ToString(),
                }
            ),
            night.Steward
        );
        var json = await Json(answer);

        Assert.Equal([id.ToString()], json.GetProperty("known").EnumerateArray().Select(k => k.GetString()));
        Assert.Equal(
            ["idReused", "undoTooLate"],
            json.GetProperty("refused").EnumerateArray().Select(r => r.GetProperty("why").GetString())
        );
        Assert.Equal(2, json.GetProperty("row").GetProperty("entered").GetInt32());

        static object From(Guid device, params object[] taps) =>
            new
            {
                device,
                door = "North",
                rally = "3rd-june/leeds",
                taps,
            };
    }

    [Fact]
    public async Task The_age_of_a_figure_is_that_of_its_last_change_and_never_of_the_request()
    {
        var before = (await night.Counts()).GetProperty("asOf").ValueKind;
        using var taken = await night.Taps(Batch(night.In(3)), night.Steward);
        var tapped = night.Now.ToString();
        night.Site.Clock.Advance(Duration.FromMinutes(7));

        var counts = await night.Counts();

        Assert.Equal(JsonValueKind.Null, before);
        Assert.Equal(tapped, counts.GetProperty("asOf").GetString());
        Assert.Equal(tapped, counts.GetProperty("total").GetProperty("oldest").GetString());
    }

    [Fact]
    public async Task The_owner_corrects_with_a_reason()
    {
        using var answer = await night.Taps(
            Batch(
                new
                {
                    id = Guid.CreateVersion7(),
                    kind = "correction",
                    low = 400,
                    high = 450,
                    reason = "Two doors overlapped",
                    at = night.Now.ToString(),
                }
            ),
            night.Owner
        );

        Assert.Equal("corrected", (await Json(answer)).GetProperty("row").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_link_counts_at_its_own_rally_until_it_is_revoked()
    {
        using var nobody = await night.Taps(Batch(), null);
        using var unknown = await night.Taps(Batch(), Secret.New());
        using var elsewhere = await night.Taps(
            JsonContent.Create(
                new
                {
                    device = Guid.CreateVersion7(),
                    rally = "3rd-june/goole",
                    taps = Array.Empty<object>(),
                }
            ),
            night.Steward
        );
        await using (var context = await night.Site.Database())
        {
            (await context.Grants.SingleAsync(g => g.Id == night.StewardsGrant, TestContext.Current.CancellationToken)).Revoke(night.Now);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        using var revoked = await night.Taps(Batch(night.In(1)), night.Steward);

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            [nobody.StatusCode, unknown.StatusCode, elsewhere.StatusCode, revoked.StatusCode]
        );
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();
}
