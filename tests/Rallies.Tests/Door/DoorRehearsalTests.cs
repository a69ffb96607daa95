using Microsoft.Extensions.DependencyInjection;
using Rallies.Storage;
using Rallies.Tests.Counting;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;
using static Rallies.Tests.Counting.CountingSite;

namespace Rallies.Tests.Door;

/// <summary>A phone keeps its page from before the rehearsal, and is told with every answer.</summary>
public sealed class DoorRehearsalTests : IAsyncLifetime
{
    private CountingSite night = null!;

    [Fact]
    public async Task A_phone_is_told_that_the_figures_are_played_and_when_they_are_gone()
    {
        var before = await Told();

        await Rehearsed(isOn: true);
        var during = await Told();
        await Rehearsed(isOn: false);

        Assert.Equal((("?0", "?0"), ("?1", "?1"), ("?0", "?0")), (before, during, await Told()));
    }

    [Fact]
    public async Task The_page_that_phones_keep_has_the_band_hidden_and_the_servers_page_shows_it()
    {
        await Rehearsed(isOn: true);
        var steward = night.Site.Visitor();
        using var opened = await steward.GetAsync($"/k/{night.Steward.Text}", TestContext.Current.CancellationToken);

        var shell = await Page.Open(steward, "/door/shell");
        var page = await Page.Open(steward, "/door/3rd-june/leeds?door=North");

        Assert.True(shell.Document.QuerySelector(".rehearsal[data-part=rehearsal]")!.HasAttribute("hidden"));
        Assert.False(page.Document.QuerySelector(".rehearsal[data-part=rehearsal]")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task The_chairs_screen_says_that_the_night_is_played()
    {
        await Rehearsed(isOn: true);
        var steward = night.Site.Visitor();
        using var opened = await steward.GetAsync($"/k/{night.Steward.Text}", TestContext.Current.CancellationToken);

        var chair = await Page.Open(steward, "/organise/3rd-june/leeds/chair");

        Assert.NotNull(chair.Document.QuerySelector(".rehearsal"));
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private async Task<(string LetIn, string Taps)> Told()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/door/3rd-june/leeds/device");
        request.Headers.Authorization = new("Bearer", night.Steward.Text);
        using var letIn = await night.Client.SendAsync(request, TestContext.Current.CancellationToken);
        using var taps = await night.Taps(Batch(), night.Steward);
        return (letIn.Headers.GetValues("Rehearsal").Single(), taps.Headers.GetValues("Rehearsal").Single());
    }

    private async Task Rehearsed(bool isOn)
    {
        await using var context = await night.Site.Database();
        var fact = SiteFact.RehearsalOf(night.Leeds.DayId);
        if (isOn)
            context.SiteFacts.Add(new SiteFact(fact, night.Now.ToString()));
        else
            context.SiteFacts.RemoveRange(context.SiteFacts.Where(f => f.Name == fact));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await night.Site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.Rehearsed(night.Leeds.DayId, "3rd-june", isOn));
    }
}
