using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Rallies.Tests.Counting;

namespace Rallies.Tests.Door;

/// <summary>What is sent in place of a form: told so, and nothing of it counts.</summary>
public sealed class SentFormTests : IAsyncLifetime
{
    private const string Leeds = "/door/3rd-june/leeds";
    private const string Paper = Leeds + "/paper";
    private const string Here = "/3rd-june/leeds/here";
    private CountingSite night = null!;
    private HttpClient phone = null!;

    [Theory]
    [InlineData(Leeds)]
    [InlineData(Paper)]
    [InlineData(Here)]
    public async Task What_is_no_form_is_told_so(string address) =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Sent(address, new StringContent("{}", Encoding.UTF8, "application/json")));

    [Theory]
    [InlineData(Leeds)]
    [InlineData(Paper)]
    [InlineData(Here)]
    public async Task A_form_that_breaks_off_is_told_so(string address)
    {
        var half = new StringContent("--x\r\nContent-Disposition: form-data; name=\"tap\"\r\n\r\nhalf");
        half.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        Assert.Equal(HttpStatusCode.BadRequest, await Sent(address, half));
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_told_so_and_nothing_of_it_counts()
    {
        var many = Enumerable.Range(0, 2_000).Select(_ => KeyValuePair.Create("tap", $"{Guid.CreateVersion7()}.in.1"));

        Assert.Equal(HttpStatusCode.BadRequest, await Sent(Leeds, new FormUrlEncodedContent(many)));
        Assert.Equal(0, (await night.Counts()).GetProperty("total").GetProperty("entered").GetInt32());
    }

    public async ValueTask InitializeAsync()
    {
        night = await CountingSite.Open();
        phone = night.Site.Visitor();
        using var opened = await phone.GetAsync($"/k/{night.Steward.Text}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
    }

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private async Task<HttpStatusCode> Sent(string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = content,
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
        using var answer = await phone.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
