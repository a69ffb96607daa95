using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Rallies.Web.Announcing;
using Rallies.Web.Hubs;
using Rallies.Web.Live;
using Rallies.Web.Stage;

namespace Rallies.Web.Streams;

/// <summary>
/// <c>GET /{day}/live/stream?town=</c>: the live hub's messages as server-sent events, for crowds and for any program.
/// It has a door of its own before everything that pages need, since thousands keep it open for hours.
/// </summary>
internal sealed class StreamEndpoint(
    FrameMaker frames,
    StreamViewers viewers,
    StreamLimit limit,
    Stages stages,
    Announcements announcements,
    IHostApplicationLifetime life
)
{
    private static readonly string ending = Addresses.Stream["/{day}".Length..];
    private const int TryAgainSeconds = 10;

    public static bool IsStream(PathString path) =>
        path.Value is { } address && address.EndsWith(ending, StringComparison.Ordinal) && DayIn(address).Length > 0;

    public async Task AnswerAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, HEAD";
            await Refuse(http, StatusCodes.Status405MethodNotAllowed, "The live stream can only be read.");
            return;
        }
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        var day = DayIn(http.Request.Path.Value!);
        var town = http.Request.Query["town"].ToString() is { Length: > 0 } asked ? asked : null;
        if (frames.Find(day) is not { } board)
            await Refuse(http, StatusCodes.Status404NotFound, "There is no such day of action.");
        else if (town is not null && !board.Rows.ContainsKey(town))
            await Refuse(http, StatusCodes.Status404NotFound, "There is no such rally.");
        else if (HttpMethods.IsHead(http.Request.Method))
            Describe(http);
        else
            await AdmitAsync(http, day, town);
    }

    private async Task AdmitAsync(HttpContext http, string day, string? town)
    {
        var address = http.Connection.RemoteIpAddress;
        if (!limit.TryEnter(address))
        {
            http.Response.Headers.RetryAfter = TryAgainSeconds.ToString(CultureInfo.InvariantCulture);
            await Refuse(http, StatusCodes.Status429TooManyRequests, "Too many watch from your network just now.");
            return;
        }
        try
        {
            Describe(http);
            await WatchAsync(http, day, town);
        }
        finally
        {
            limit.Leave(address);
        }
    }

    private async Task WatchAsync(HttpContext http, string day, string? town)
    {
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null; // the viewer's own patience decides
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await http.Response.StartAsync(http.RequestAborted);
        var viewer = new StreamViewer(http, viewers, day, town);
        IReadOnlyList<Announcement> standing = [];
        announcements.Join(
            day,
            town,
            announced =>
            {
                standing = announced;
                viewer.Wait(viewers.Spoken);
                viewers.Add(viewer); // before the snapshot is taken, so that nothing falls between
            }
        );
        try
        {
            using var gone = http.RequestAborted.UnsafeRegister(static v => ((StreamViewer)v!).End(), viewer);
            viewer.Begin(First(http, viewer), WhatStands(viewer, standing));
            if (life.ApplicationStopping.IsCancellationRequested)
                return; // it came as the others were being sent away
            await viewer.Over;
        }
        finally
        {
            viewer.End(); // whoever goes round just now may still hold it
            viewers.Remove(viewer);
        }
    }

    // As the hub does: what was said before and still holds.
    private ReadOnlyMemory<byte> WhatStands(StreamViewer viewer, IReadOnlyList<Announcement> standing)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var announcement in standing)
            bytes.Write(StreamEvent.Of(nameof(ILiveClient.Announcement), announcement).Span);
        if (viewer.Town is { } town && stages.Of(viewer.Day, town) is { } speaking)
            bytes.Write(StreamEvent.Of(nameof(ILiveClient.Speaking), speaking).Span);
        return bytes.WrittenMemory;
    }

    private StreamMessage First(HttpContext http, StreamViewer viewer)
    {
        var snapshot = viewers.SnapshotFor(viewer);
        if (
            !long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || version > snapshot?.Version // of another site, or of a time before a restore
            || viewer.Town is not null // its snapshot is as short as what it could have missed
        )
            return snapshot ?? StreamEvent.Ping;
        return viewers.MissedBy(viewer, version) ?? StreamEvent.Ping with { Version = version };
    }

    private static void Describe(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would collect the frames
    }

    private static Task Refuse(HttpContext http, int status, string sentence) =>
        TypedResults.Problem(sentence, statusCode: status).ExecuteAsync(http);

    private static string DayIn(string path) =>
        path.Length > ending.Length && path.IndexOf('/', 1) == path.Length - ending.Length ? path[1..^ending.Length] : "";
}
