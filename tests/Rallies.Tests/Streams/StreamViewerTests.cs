using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Rallies.Tests.Live;
using Rallies.Web.Live;
using Rallies.Web.Streams;

namespace Rallies.Tests.Streams;

/// <summary>A viewer whose network takes in so many bytes and then no more, until it does again.</summary>
public sealed class StreamViewerTests : IDisposable
{
    private readonly SteppedTime time = new();
    private readonly LiveBoard board = new(NullLogger<LiveBoard>.Instance);
    private readonly FrameMaker frames;
    private readonly StreamViewers viewers;
    private readonly RecentFrames recent = new();
    private readonly Pipe network = new(
        new PipeOptions(
            readerScheduler: PipeScheduler.Inline,
            writerScheduler: PipeScheduler.Inline,
            pauseWriterThreshold: 1_000,
            resumeWriterThreshold: 500,
            useSynchronizationContext: false
        )
    );
    private readonly LifetimeFeature life = new();
    private readonly StreamViewer viewer;

    public StreamViewerTests()
    {
        board.Apply(new("3rd-june", 7, [SomeBoard.Row("leeds", 7, 5)], []));
        frames = new(board, time, NullLogger<FrameMaker>.Instance);
        viewers = new(frames, recent, time, NullLogger<StreamViewers>.Instance);
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpResponseBodyFeature>(new PipeBody(network.Writer));
        http.Features.Set<IHttpRequestLifetimeFeature>(life);
        viewer = new(http, viewers, "3rd-june", null);
        viewers.Add(viewer);
    }

    [Fact]
    public async Task Whoever_is_slow_gets_the_latest_snapshot_instead_of_what_was_missed()
    {
        viewer.Begin(Event("first", 100, 1));
        viewer.Send(Event("second", 2_000, 2));
        viewer.Send(Event("third", 100, 3));
        viewer.Send(Event("fourth", 100, 4));

        var text = await Read(until: "\"version\":7");

        Assert.Contains("second", text, StringComparison.Ordinal);
        Assert.DoesNotContain("third", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fourth", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ping_that_was_missed_is_nothing()
    {
        var text = await Task.Run(
            async () => // without xunit's context whatever waits for the network goes on within the read
            {
                viewer.Begin(Event("first", 100, 1));
                viewer.Send(Event("second", 2_000, 2));
                viewer.Send(StreamEvent.Ping);
                var before = await Read(until: "second");
                viewer.Send(Event("third", 100, 8));
                return before + await Read(until: "third");
            },
            TestContext.Current.CancellationToken
        );

        Assert.DoesNotContain("version", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_takes_in_nothing_for_half_a_minute_is_dropped_and_the_others_never_wait()
    {
        viewer.Begin(Event("first", 2_000, 1));
        time.Passes(TimeSpan.FromSeconds(29));
        viewer.Send(StreamEvent.Ping);
        var before = viewer.Over.IsCompleted;
        time.Passes(TimeSpan.FromSeconds(2));
        viewer.Send(StreamEvent.Ping);

        Assert.False(before);
        Assert.True(viewer.Over.IsCompleted);
        Assert.True(life.Aborted);
        Assert.Equal(1, viewers.Dropped);
    }

    [Fact]
    public async Task What_is_sent_before_the_snapshot_is_not_lost()
    {
        viewer.Wait(0);
        viewer.Send(Event("early", 100, 5));
        viewer.Begin(Event("first", 100, 3));

        Assert.Contains("\"version\":7", await Read(until: "\"version\":7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_meanwhile_follows()
    {
        viewer.Begin(Event("first", 2_000, 7));
        viewer.Send(Event("the coaches leave at nine", 100, 0));

        Assert.DoesNotContain("\"version\"", await Read(until: "the coaches leave at nine"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_announced_before_it_joined_is_heard_once_and_before_what_follows()
    {
        viewer.Wait(spoken: 2);
        viewer.Send(Said("the second", 2));
        viewer.Send(Said("the third", 3));
        viewer.Begin(Event("first", 100, 7), "the second"u8.ToArray());
        viewer.Send(Said("the second", 2));
        viewer.Send(Said("the fourth", 4));

        var text = await Read(until: "the fourth");

        Assert.Equal("the secondthe thirdthe fourth", text.Replace(".", "", StringComparison.Ordinal)["first".Length..]);
    }

    [Fact]
    public async Task Whoever_missed_little_is_told_that_and_not_everything_and_nothing_twice()
    {
        var (six, seven) = (SomeBoard.Day(6, SomeBoard.Row("leeds", 6, 4)), board.Find("3rd-june")!);
        var missed = Frame.Between(six, seven, []);
        recent.Add(missed);
        viewer.Begin(Event("first", 2_000, 6));
        viewer.Send(Event("seventh", 100, 7));

        var text = await Read(until: "\"version\":7");
        viewer.Send(Event("seventh", 100, 7));
        viewer.Send(Event("eighth", 100, 8));
        text += await Read(until: "eighth");

        Assert.Contains(Encoding.UTF8.GetString(missed.Json.Span), text, StringComparison.Ordinal);
        Assert.DoesNotContain("seventh", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_to_whoever_has_gone_and_nobody_else_notices()
    {
        network.Writer.Complete();
        viewer.Begin(Event("first", 100, 1));
        var over = viewer.Over.IsCompleted;
        viewer.Send(Event("second", 100, 2));
        await viewers.PingAsync();

        Assert.True(over);
    }

    public void Dispose() => frames.Dispose();

    private static StreamMessage Event(string text, int length, long version) =>
        new(Encoding.ASCII.GetBytes(text.PadRight(length, '.')), version);

    private static StreamMessage Said(string text, long spoken) => new(Encoding.ASCII.GetBytes(text), Spoken: spoken);

    private async Task<string> Read(string until)
    {
        var text = new StringBuilder();
        while (!text.ToString().Contains(until, StringComparison.Ordinal))
        {
            var read = await network.Reader.ReadAsync(TestContext.Current.CancellationToken);
            text.Append(Encoding.ASCII.GetString(read.Buffer));
            network.Reader.AdvanceTo(read.Buffer.End);
        }
        return text.ToString();
    }

    private sealed class LifetimeFeature : IHttpRequestLifetimeFeature
    {
        public bool Aborted { get; private set; }
        public CancellationToken RequestAborted { get; set; }

        public void Abort() => Aborted = true;
    }
}
