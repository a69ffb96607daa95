using System.Net;
using System.Net.Sockets;
using Rallies.Web.Importing;

namespace Rallies.Tests.Importing;

public sealed class CalendarFetchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://union.example/calendar.ics")]
    [InlineData("webcal://union.example/calendar.ics")]
    public async Task A_calendar_is_fetched_over_https_by_somebody_with_a_name(string address)
    {
        using var there = new There(_ => Text("BEGIN:VCALENDAR"));
        using var fetch = new CalendarFetch(there);

        Assert.Equal("BEGIN:VCALENDAR"u8.ToArray(), (await fetch.FetchAsync(address, null, Token))?.Octets);

        Assert.Equal(["https://union.example/calendar.ics"], there.Asked);
        Assert.StartsWith("Rallies/", there.Agent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://union.example/calendar.ics")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://union.example/calendar.ics")]
    [InlineData("https://me:secret@union.example/")]
    [InlineData("calendar.ics")]
    public async Task Nothing_else_is_asked_for(string address)
    {
        using var there = new There(_ => Text("BEGIN:VCALENDAR"));
        using var fetch = new CalendarFetch(there);

        await Assert.ThrowsAsync<FetchRefusedException>(() => fetch.FetchAsync(address, null, Token));

        Assert.Empty(there.Asked);
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_the_fourth_is_not()
    {
        using var there = new There(asked => asked.Count < 4 ? To($"/{asked.Count}") : Text("here"));
        using var further = new There(asked => asked.Count < 5 ? To($"/{asked.Count}") : Text("here"));
        using var fetch = new CalendarFetch(there);
        using var fetchFurther = new CalendarFetch(further);

        Assert.Equal("here"u8.ToArray(), (await fetch.FetchAsync("https://union.example/", null, Token))?.Octets);
        await Assert.ThrowsAsync<FetchRefusedException>(() => fetchFurther.FetchAsync("https://union.example/", null, Token));

        Assert.Equal((4, 4), (there.Asked.Count, further.Asked.Count));
    }

    [Theory]
    [InlineData("http://union.example/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_is_looked_at_like_the_first_address(string where)
    {
        using var there = new There(_ => To(where));
        using var fetch = new CalendarFetch(there);

        await Assert.ThrowsAsync<FetchRefusedException>(() => fetch.FetchAsync("https://union.example/", null, Token));

        Assert.Single(there.Asked);
    }

    [Fact]
    public async Task More_than_a_mebibyte_is_refused()
    {
        using var there = new There(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[CalendarFetch.MostOctets + 1]) });
        using var fetch = new CalendarFetch(there);

        var refusal = await Assert.ThrowsAsync<FetchRefusedException>(() => fetch.FetchAsync("https://union.example/", null, Token));

        Assert.Equal("It is larger than 1 MiB. Export a shorter span of time.", refusal.Message);
    }

    [Fact]
    public async Task What_went_wrong_is_said()
    {
        using var there = new There(_ => new(HttpStatusCode.Gone));
        using var fetch = new CalendarFetch(there);

        var refusal = await Assert.ThrowsAsync<FetchRefusedException>(() => fetch.FetchAsync("https://union.example/", null, Token));

        Assert.StartsWith("union.example answered 410.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_address_that_told_a_version_is_asked_for_another()
    {
        using var there = new There(asked => asked.Count == 1 ? To("/calendar.ics") : Versioned("plain-tag"));
        using var elsewhere = new There(asked => asked.Count == 1 ? To("/another.ics") : Versioned("plain-tag"));
        using var fetch = new CalendarFetch(there);
        using var fetchElsewhere = new CalendarFetch(elsewhere);
        var version = (await fetch.FetchAsync("https://union.example/", null, Token))!.Version;

        await fetch.FetchAsync("https://union.example/calendar.ics", version, Token);
        await fetchElsewhere.FetchAsync("https://union.example/", version, Token);

        Assert.Equal(["", "", "plain-tag"], there.Tags);
        Assert.Equal(["", ""], elsewhere.Tags);
    }

    [Theory]
    [InlineData("\"caf\u00e9\"")]
    [InlineData(
        "\"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\""
    )]
    public async Task A_version_that_cannot_be_asked_with_is_none(string tag)
    {
        using var there = new There(_ => Versioned(tag));
        using var fetch = new CalendarFetch(there);

        Assert.Null((await fetch.FetchAsync("https://union.example/", null, Token))!.Version);
    }

    [Fact]
    public async Task An_answer_that_nothing_changed_is_refused_where_nobody_asked()
    {
        using var there = new There(_ => new(HttpStatusCode.NotModified));
        using var fetch = new CalendarFetch(there);

        await Assert.ThrowsAsync<FetchRefusedException>(() => fetch.FetchAsync("https://union.example/", null, Token));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.251")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    public async Task What_is_not_on_the_public_internet_is_not_connected_to(string address)
    {
        Assert.False(PublicNetwork.Has(IPAddress.Parse(address)));
        await Assert.ThrowsAsync<FetchRefusedException>(() =>
            PinnedConnection.AllowedAsync(
                "union.example",
                (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.215.14"), IPAddress.Parse(address)]),
                Token
            )
        );
    }

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::6810:84e5")]
    public async Task What_is_public_is_pinned(string address) =>
        Assert.Equal(
            [IPAddress.Parse(address)],
            await PinnedConnection.AllowedAsync("union.example", (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]), Token)
        );

    [Fact]
    public async Task Of_several_addresses_the_first_that_answers_is_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        IPAddress[] addresses = [IPAddress.Parse("127.0.0.2"), IPAddress.Loopback];

        using var socket = await PinnedConnection.ConnectAsync(addresses, port, TimeSpan.FromSeconds(3), Token);

        Assert.Equal(new IPEndPoint(IPAddress.Loopback, port), socket.RemoteEndPoint);
    }

    [Fact]
    public async Task Where_no_address_answers_the_last_says_why() =>
        await Assert.ThrowsAsync<SocketException>(() =>
            PinnedConnection.ConnectAsync([IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3")], 9, TimeSpan.FromSeconds(3), Token)
        );

    [Fact]
    public async Task A_name_for_this_machine_is_refused_before_anything_is_sent()
    {
        using var handler = PinnedConnection.Handler();
        using var fetch = new CalendarFetch(handler);

        var refusal = await Assert.ThrowsAsync<FetchRefusedException>(() =>
            fetch.FetchAsync("https://127.0.0.1:9/calendar.ics", null, Token)
        );

        Assert.Equal("127.0.0.1 is not on the public Internet, and only calendars that are can be fetched.", refusal.Message);
    }

    private static HttpResponseMessage Text(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text) };

    private static HttpResponseMessage To(string where) =>
        new(HttpStatusCode.Redirect) { Headers = { Location = new Uri(where, UriKind.RelativeOrAbsolute) } };

    private static HttpResponseMessage Versioned(string tag)
    {
        var answer = Text("BEGIN:VCALENDAR");
        answer.Headers.TryAddWithoutValidation("ETag", tag);
        return answer;
    }

    private sealed class There(Func<IReadOnlyList<string>, HttpResponseMessage> answer) : HttpMessageHandler
    {
        private readonly List<string> asked = [];
        private readonly List<string> tags = [];

        public IReadOnlyList<string> Asked => asked;

        /// <summary>What each request named as known.</summary>
        public IReadOnlyList<string> Tags => tags;
        public string Agent { get; private set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request.RequestUri!.AbsoluteUri);
            tags.Add(request.Headers.TryGetValues("If-None-Match", out var known) ? known.Single() : "");
            Agent = request.Headers.UserAgent.ToString();
            return Task.FromResult(answer(asked));
        }
    }
}
