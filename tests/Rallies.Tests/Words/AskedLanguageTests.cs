using Microsoft.AspNetCore.Http;
using Rallies.Web.Words;

namespace Rallies.Tests.Words;

public sealed class AskedLanguageTests
{
    [Theory]
    [InlineData("cy", "", "cy")]
    [InlineData("cy", "en-GB", "cy")]
    [InlineData("en", "cy", "en-GB")]
    [InlineData("en-US", "cy", "en-GB")]
    [InlineData("fr", "cy", "cy")]
    [InlineData("", "en-US,en;q=0.9,cy;q=0.8", "en-GB")]
    [InlineData("", "fr,cy-GB;q=0.5,en;q=0.4", "cy")]
    [InlineData("", "en;q=0.1,cy", "cy")]
    [InlineData("", "fr", null)]
    [InlineData("", "*", null)]
    [InlineData("%00", "; ,,q=", null)]
    [InlineData("", "", null)]
    public async Task The_address_comes_before_the_browser_and_the_language_before_the_country(
        string asked,
        string browser,
        string? culture
    )
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString($"?lang={asked}");
        context.Request.Headers.AcceptLanguage = browser;

        var found = await new AskedLanguage().DetermineProviderCultureResult(context);

        Assert.Equal(culture, found?.UICultures.Single().Value);
    }
}
