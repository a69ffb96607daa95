using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Rallies.Web.Importing;

namespace Rallies.Tests.Importing;

/// <summary>A calendar that a server on this machine publishes as https://union.example/calendar.ics, and what that server was asked.</summary>
internal sealed class PublishedCalendar : IAsyncDisposable
{
    public const string Address = "https://union.example/calendar.ics";

    private readonly WebApplication server;
    private readonly List<int> answers = [];

    private PublishedCalendar(WebApplication server) => this.server = server;

    public ReadOnlyMemory<byte> Octets { get; set; }

    /// <summary>Null where the server has none.</summary>
    public string? Tag { get; set; }
    public DateTimeOffset? Changed { get; set; }

    /// <summary>The status of each answer.</summary>
    public IReadOnlyList<int> Answers => answers;

    public static async Task<PublishedCalendar> Of(ImportRequest calendar)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var published = new PublishedCalendar(builder.Build()) { Octets = calendar.Octets };
        published.server.Use(
            async (context, next) =>
            {
                await next(context);
                published.answers.Add(context.Response.StatusCode);
            }
        );
        published.server.MapGet(
            "/calendar.ics",
            () =>
                Results.Bytes(
                    published.Octets.ToArray(),
                    "text/calendar",
                    entityTag: published.Tag is { } tag ? EntityTagHeaderValue.Parse(tag) : null,
                    lastModified: published.Changed
                )
        );
        await published.server.StartAsync(TestContext.Current.CancellationToken);
        return published;
    }

    /// <summary>Fetches from the real server whatever is asked of that host; names and certificates are another test's.</summary>
    public CalendarFetch Fetch() => new(new ToThisMachine(new Uri(server.Urls.Single())));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private sealed class ToThisMachine(Uri there) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            request.RequestUri = new Uri(there, asked.PathAndQuery);
            var answer = await base.SendAsync(request, cancellationToken);
            request.RequestUri = asked;
            return answer;
        }
    }
}
