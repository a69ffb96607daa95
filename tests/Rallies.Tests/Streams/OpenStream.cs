using System.Net;
using System.Text.Json;
using Rallies.Tests.Counting;
using Rallies.Web;

namespace Rallies.Tests.Streams;

/// <summary>A program that reads the live stream, event by event.</summary>
internal sealed class OpenStream : IDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly StreamReader lines;

    private OpenStream(HttpResponseMessage answer, Stream body) => (this.answer, lines) = (answer, new StreamReader(body));

    public HttpResponseMessage Answer => answer;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<OpenStream> Of(CountingSite night, string? town = null, long? lastId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Addresses.ForStream("3rd-june", town));
        request.Headers.Add("Accept-Encoding", "gzip, br");
        if (lastId is { } id)
            request.Headers.Add("Last-Event-ID", $"{id}");
        var answer = await night.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new(answer, await answer.Content.ReadAsStreamAsync(Cancelled));
    }

    /// <summary>The next event; comments are passed over. Null when the stream has ended.</summary>
    public async Task<(string Name, long? Id, JsonElement Data)?> Next()
    {
        var (name, id, data) = ("", (long?)null, "");
        while (await lines.ReadLineAsync(Cancelled) is { } line)
        {
            if (line.Length == 0 && data.Length > 0)
                return (name, id, JsonSerializer.Deserialize<JsonElement>(data));
            var (field, value) = line.Split(": ", 2) is [var f, var v] ? (f, v) : ("", "");
            name = field == "event" ? value : name;
            id = field == "id" ? long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : id;
            data = field == "data" ? value : data;
        }
        return null;
    }

    public Task<string?> Line() => lines.ReadLineAsync(Cancelled).AsTask();

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
    }
}
