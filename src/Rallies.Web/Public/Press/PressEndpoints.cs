using System.Text;
using Microsoft.Net.Http.Headers;
using Rallies.Domain;
using Rallies.Web.Guards;
using Rallies.Web.Live;
using Rallies.Web.Public.Boards;
using Rallies.Web.Public.Press.Paper;

namespace Rallies.Web.Public.Press;

/// <summary>The press sheet of a day at any moment: page, text, paper.</summary>
internal static class PressEndpoints
{
    private const int KeptSeconds = 5;

    public static IServiceCollection AddPress(this IServiceCollection services) =>
        services.AddSingleton<PressTables>().AddSingleton<PressWriter>().AddSingleton<PressPrinter>();

    public static void MapPress(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Press, ShowAsync);
        pages.MapGet(Addresses.PressText, TextAsync);
        pages.MapGet(Addresses.PressPaper, PaperAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        BoardViews boards,
        PressWriter writer,
        string day,
        CancellationToken cancellation
    )
    {
        if (!Slug.IsValid(day))
            return PublicPage.NotFoundOrLowerCase(context);
        if (await boards.LatestAsync(day, cancellation) is not { } board)
            return PublicPage.NotFound(context);
        PublicPage.MayBeKept(context, KeptSeconds);
        return PublicPage.Show<PressPage>(new PressView(writer.Write(board), board));
    }

    private static async Task<IResult> TextAsync(
        HttpContext context,
        BoardViews boards,
        PressWriter writer,
        string day,
        CancellationToken cancellation
    )
    {
        if (await boards.LatestAsync(day, cancellation) is not { } board)
            return Unknown(context);
        PublicPage.MayBeKept(context, KeptSeconds);
        var text = Encoding.UTF8.GetBytes(PressText.Of(writer.Write(board)));
        return TypedResults.Bytes(
            text,
            "text/plain; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{ContentTag.Of(text)}\"", isWeak: true)
        );
    }

    private static async Task<IResult> PaperAsync(HttpContext context, PressPrinter printer, string day, CancellationToken cancellation)
    {
        if (await printer.TakeAsync(day, cancellation) is not { } paper)
            return Unknown(context);
        PublicPage.MayBeKept(context, KeptSeconds);
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{day}-{paper.At}.pdf\"";
        return TypedResults.Bytes(paper.Octets, "application/pdf", entityTag: new EntityTagHeaderValue($"\"{paper.Tag}\"", isWeak: true));
    }

    private static IResult Unknown(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Answer.WantsPage(context.Request)
            ? PublicPage.NotFound(context)
            : TypedResults.Problem("There is no such day of action.", statusCode: StatusCodes.Status404NotFound);
    }
}
