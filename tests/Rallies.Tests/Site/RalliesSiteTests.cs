namespace Rallies.Tests.Site;

public sealed class RalliesSiteTests
{
    [Fact]
    public async Task The_site_answers_in_this_process()
    {
        await using var site = new RalliesSite();

        using var answer = await site.Visitor().GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)answer.StatusCode);
    }
}
