using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Counting;

/// <summary>Times that cannot be reckoned with hurt nobody but their sender.</summary>
public sealed class EndsOfTimeTests : IAsyncLifetime
{
    private readonly RalliesSite site = new();

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", 3_000_000_000_000)]
    [InlineData("9999-12-31T23:59:59-18:00", 0)]
    [InlineData("-9998-01-01T00:00:00+18:00", 0)]
    public async Task A_check_in_at_the_end_of_time_is_refused_and_the_others_are_counted(string at, long skew)
    {
        using var visitor = site.CreateClient();
        var odd = Enumerable.Range(0, 5).Select(_ => CheckIn(visitor, $",\"at\":\"{at}\",\"skew\":{skew}"));
        var honest = Enumerable.Range(0, 5).Select(_ => CheckIn(visitor, ""));

        var answers = await Task.WhenAll(odd.Concat(honest));

        Assert.All(answers[..5], status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
        Assert.All(answers[5..], status => Assert.Equal(HttpStatusCode.Created, status));
    }

    public async ValueTask InitializeAsync()
    {
        site.Clock.Now = new LocalDateTime(2028, 6, 3, 18, 10).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/London"]).ToInstant();
        var day = Some.Day();
        await site.Holds(day);
        await site.Holds(Some.Rally(day));
        await site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static async Task<HttpStatusCode> CheckIn(HttpClient visitor, string rest)
    {
        using var body = new StringContent($"{{\"id\":\"{Guid.CreateVersion7()}\",\"with\":0{rest}}}", Encoding.UTF8, "application/json");
        using var answer = await visitor.PostAsync("/api/v1/days/3rd-june/rallies/leeds/here", body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
