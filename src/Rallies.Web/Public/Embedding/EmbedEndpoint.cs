using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Rallies.Domain;
using Rallies.Web.Live;
using Rallies.Web.Packing;
using Rallies.Web.Public.Boards;
using Rallies.Web.Rehearsing;

namespace Rallies.Web.Public.Embedding;

/// <summary>
/// A day's counter and map, for other sites to show in a frame. However many readers those sites have, it is written and packed once
/// for each change of the figures.
/// </summary>
internal sealed class EmbedEndpoint(
    BoardViews boards,
    FrameMaker frames,
    RehearsedDays rehearsed,
    IServiceScopeFactory scopes,
    ILoggerFactory loggers,
    IClock clock
)
{
    private const int KeptSeconds = 5;
    private readonly OncePerVersion<Written> pages = new(clock, Duration.FromSeconds(KeptSeconds));

    public static Task<IResult> ShowAsync(EmbedEndpoint embeds, HttpContext context, string day, CancellationToken cancellation) =>
        embeds.AnswerAsync(context, day, cancellation);

    private async Task<IResult> AnswerAsync(HttpContext context, string day, CancellationToken cancellation)
    {
        if (!Slug.IsValid(day) || frames.Find(day) is not { } figures)
            return await NothingAsync(context);
        var assets = EmbedAssets.Of(context);
        var page = await pages.TakeAsync(day, figures.Version, () => WriteAsync(day, assets), cancellation);
        if (page.Octets.Plain.IsEmpty)
            return await NothingAsync(context);
        PublicPage.MayBeKept(context, KeptSeconds);
        return TypedResults.Bytes(
            Packed(context, page.Octets),
            "text/html; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{page.Tag}\"", isWeak: true)
        );
    }

    private async Task<Written> WriteAsync(string day, EmbedAssets assets) =>
        await boards.AsBroadcastAsync(day, BoardOrder.Usual, CancellationToken.None) is { } board
            ? Written.As(await RenderAsync<EmbedPage>(new EmbedView(board, rehearsed.IsOn(day), assets)))
            : Written.As("");

    // It is packed already, which the site's own compression sees by the header and leaves it at that.
    private static ReadOnlyMemory<byte> Packed(HttpContext context, PackedOctets octets)
    {
        var (packed, encoding) = octets.For(context.Request.Headers.AcceptEncoding);
        context.Response.Headers.Append("Vary", "Accept-Encoding");
        if (encoding is not null)
            context.Response.Headers.ContentEncoding = encoding;
        return packed;
    }

    // In a frame a page of the whole site would be a door that does not open.
    private async Task<IResult> NothingAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Content(
            await RenderAsync<EmbedNothing>(EmbedAssets.Of(context)),
            "text/html; charset=utf-8",
            Encoding.UTF8,
            StatusCodes.Status404NotFound
        );
    }

    private async Task<string> RenderAsync<TPage>(object model)
        where TPage : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());
    }

    private sealed record Written(PackedOctets Octets, string Tag)
    {
        public static Written As(string page)
        {
            var octets = Encoding.UTF8.GetBytes(page);
            return new(new(octets), ContentTag.Of(octets));
        }
    }
}
