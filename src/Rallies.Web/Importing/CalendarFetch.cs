using System.Net;

namespace Rallies.Web.Importing;

/// <summary>Fetches a calendar that somebody names, over https and from the public Internet only.</summary>
/// <param name="handler">Follows no redirects and decompresses; <see cref="PinnedConnection.Handler"/> in earnest.</param>
public sealed class CalendarFetch(HttpMessageHandler handler) : IDisposable
{
    public const int MostOctets = 1024 * 1024;
    private const int MostRedirects = 3;

    /// <summary>For everything together.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Whether a text names an address and not a file.</summary>
    public static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <param name="known">The version that is here already; null to fetch any.</param>
    /// <returns>The calendar, at most <see cref="MostOctets"/> of it; null when it is still the version that is known.</returns>
    /// <exception cref="FetchRefusedException">Nothing was fetched; the message says why.</exception>
    public async Task<FetchedCalendar?> FetchAsync(string address, FetchedVersion? known, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await FollowAsync(Allowed(address, null), known, patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchRefusedException(
                "It did not answer within ten seconds. Try again later, or download the calendar and import the file.",
                e
            );
        }
        catch (HttpRequestException e)
        {
            throw e.InnerException as FetchRefusedException
                ?? new FetchRefusedException($"It could not be fetched: {e.Message.TrimEnd('.')}. Try again later.", e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new FetchRefusedException("What came was broken off or garbled. Try again later.", e);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<FetchedCalendar?> FollowAsync(Uri address, FetchedVersion? known, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            // Some calendars answer nobody who does not say who they are.
            request.Headers.UserAgent.ParseAdd("Rallies/1.0 (calendar import)");
            request.Headers.Accept.ParseAdd("text/calendar, */*;q=0.1");
            var isAsked = known?.Ask(request) is true;
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (isAsked && response.StatusCode == HttpStatusCode.NotModified)
                return null;
            if (response is { StatusCode: >= (HttpStatusCode)300 and < (HttpStatusCode)400, Headers.Location: { } location })
                address = Allowed(location.OriginalString, address);
            else if (response.IsSuccessStatusCode)
                return new FetchedCalendar(await TakeAsync(response.Content, cancellation), FetchedVersion.Of(address, response));
            else
                throw new FetchRefusedException(
                    $"{address.IdnHost} answered {(int)response.StatusCode}. Look at whether the calendar is still published at that address."
                );
        }
        throw new FetchRefusedException($"It was redirected more than {MostRedirects} times. Give the address it leads to.");
    }

    private static async Task<byte[]> TakeAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var taken = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0; )
        {
            taken.Write(buffer, 0, read);
            if (taken.Length > MostOctets)
                throw new FetchRefusedException("It is larger than 1 MiB. Export a shorter span of time.");
        }
        return taken.ToArray();
    }

    private static Uri Allowed(string address, Uri? from)
    {
        const string subscribing = "webcal://";
        var https = address.StartsWith(subscribing, StringComparison.OrdinalIgnoreCase)
            ? $"https://{address[subscribing.Length..]}"
            : address;
        return
            Uri.TryCreate(from ?? new Uri("https://relative.invalid"), https, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps
            && uri.UserInfo.Length == 0
            && uri.IdnHost != "relative.invalid"
            ? uri
            : throw new FetchRefusedException("Only addresses that begin with https:// or webcal:// can be fetched.");
    }
}
