using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Rallies.Tests.Live;
using Rallies.Web.Hubs;
using Rallies.Web.Live;
using Rallies.Web.Streams;

namespace Rallies.Tests.Streams;

/// <summary>So many viewers that one loop tells them in slices, or several loops do.</summary>
public sealed class StreamCrowdTests : IDisposable
{
    private const int Crowd = 50;
    private readonly SteppedTime time = new();
    private readonly LiveBoard board = new(NullLogger<LiveBoard>.Instance);
    private readonly FrameMaker frames;

    public StreamCrowdTests()
    {
        board.Apply(new("3rd-june", 1, [SomeBoard.Row("leeds", 1, 5)], []));
        frames = new(board, time, NullLogger<FrameMaker>.Instance);
    }

    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(3, 1_000)]
    [InlineData(3, 20)]
    [InlineData(1, 1)]
    public async Task Everybody_hears_everything_once_and_in_the_order_in_which_it_was_sent(int slice, int mostOfOne)
    {
        var viewers = Viewers(slice, mostOfOne);
        var phones = Enumerable.Range(0, Crowd).Select(_ => new MemoryStream()).ToList();
        foreach (var phone in phones)
            Join(viewers, phone);

        await Task.WhenAll(Enumerable.Range(2, 40).Select(version => viewers.SendAsync([Message(version)])));

        var everything = string.Concat(Enumerable.Range(2, 40).Select(version => $"<{version}>"));
        Assert.All(phones, phone => Assert.Equal(everything, Encoding.ASCII.GetString(phone.ToArray())));
    }

    [Fact]
    public async Task One_that_fails_is_ended_and_the_others_hear()
    {
        var viewers = Viewers(slice: 3, mostOfOne: 20);
        var before = new MemoryStream();
        Join(viewers, before);
        var broken = Join(viewers, new BrokenWriter());
        var after = new MemoryStream();
        Join(viewers, after);

        await viewers.SendAsync([Message(2)]);
        await viewers.SendAsync([Message(3)]);

        Assert.All([before, after], phone => Assert.Equal("<2><3>", Encoding.ASCII.GetString(phone.ToArray())));
        Assert.True(broken.Over.IsCompleted);
    }

    [Fact]
    public async Task What_cannot_be_made_keeps_nothing_else_from_being_sent()
    {
        var viewers = Viewers(slice: 3, mostOfOne: 20);
        var phone = new MemoryStream();
        Join(viewers, phone);

        var failing = viewers.SendAsync([new(LiveGroups.Board("3rd-june"), () => throw new FormatException("Not my night."))]);
        await viewers.SendAsync([Message(2)]);

        await Assert.ThrowsAsync<FormatException>(() => failing);
        Assert.Equal("<2>", Encoding.ASCII.GetString(phone.ToArray()));
    }

    /// <summary>Each message waits for the one before; an evening of them must not hang on the last.</summary>
    [Fact]
    public async Task What_everybody_has_heard_is_kept_by_nobody()
    {
        var viewers = Viewers(slice: 3, mostOfOne: 20);
        Join(viewers, Stream.Null);

        var heard = await Heard(viewers);
        await viewers.SendAsync([Message(1_000)]);
        for (var patience = 0; patience < 50 && heard.Any(message => message.IsAlive); patience++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            GC.Collect();
        }

        Assert.DoesNotContain(heard, message => message.IsAlive);
    }

    public void Dispose() => frames.Dispose();

    private static async Task<IReadOnlyList<WeakReference>> Heard(StreamViewers viewers)
    {
        var heard = new List<WeakReference>();
        for (var version = 2; version < 20; version++)
        {
            var bytes = new byte[2_000];
            heard.Add(new(bytes));
            await viewers.SendAsync([Whole(bytes, version)]);
        }
        return heard;
    }

    private static GroupMessage Whole(byte[] bytes, int version) => new(LiveGroups.Board("3rd-june"), () => new(bytes, version));

    private StreamViewers Viewers(int slice, int mostOfOne) =>
        new(frames, new RecentFrames(), time, NullLogger<StreamViewers>.Instance) { Slice = slice, MostOfOne = mostOfOne };

    private static void Join(StreamViewers viewers, Stream phone) => Join(viewers, PipeWriter.Create(phone));

    private static StreamViewer Join(StreamViewers viewers, PipeWriter phone)
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpResponseBodyFeature>(new PipeBody(phone));
        var viewer = new StreamViewer(http, viewers, "3rd-june", null);
        viewers.Add(viewer);
        return viewer;
    }

    private static GroupMessage Message(int version) =>
        new(
            LiveGroups.Board("3rd-june"),
            () => new(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<{version}>")), version)
        );

    private sealed class BrokenWriter : PipeWriter
    {
        public override void Advance(int bytes) => throw new NotSupportedException("This one was built by hand.");

        public override void CancelPendingFlush() => throw new NotSupportedException("This one was built by hand.");

        public override void Complete(Exception? exception = null) => throw new NotSupportedException("This one was built by hand.");

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("This one was built by hand.");

        public override Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException("This one was built by hand.");

        public override Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException("This one was built by hand.");
    }
}
