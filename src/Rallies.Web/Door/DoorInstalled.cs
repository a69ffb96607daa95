using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Rallies.Domain;
using Rallies.Web.Public;
using Rallies.Web.Reads;
using Rallies.Web.Words;

namespace Rallies.Web.Door;

/// <summary>What makes the door an app that opens without a network: its shell, the worker that keeps it, and its name on the home screen.</summary>
internal static class DoorInstalled
{
    private const string Opening = "app";
    private static readonly string[] kept =
    [
        "assets/site.css",
        "assets/door.css",
        "assets/door.js",
        "assets/favicon.svg",
        "assets/apple-touch-icon.png",
        "assets/app-icon-192.png",
        "assets/app-icon-512.png",
    ];

    public static void MapDoorInstalled(this IEndpointRouteBuilder door)
    {
        door.MapGet(Addresses.DoorShell, ShowShell);
        door.MapGet(Addresses.DoorWorker, Worker);
        door.MapGet(Addresses.DoorManifest, ManifestAsync);
    }

    /// <summary>
    /// The app on a home screen, which on some phones shares neither cookies nor database with the browser it was installed from: it
    /// opens even for those who have yet to paste their link.
    /// </summary>
    public static bool IsOpening(HttpRequest request) => request.Query.ContainsKey(Opening);

    /// <summary>The page of every door before it knows which: the same for everybody, so that a phone can keep it.</summary>
    public static IResult ShowShell(HttpContext http, DoorDesk desk)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Append("Vary", "Accept-Language");
        return PublicPage.Show<DoorPage>(DoorView.Shell(desk.Now));
    }

    // The list stands in the worker itself: whenever anything in it changes the browser sees a new worker.
    private static IResult Worker(HttpContext http)
    {
        var assets = http.GetEndpoint()!.Metadata.GetRequiredMetadata<ResourceAssetCollection>();
        var files = kept.Select(name => $"/{assets[name]}").Concat(Fonts(assets)).ToList();
        var shells = WordServices.Languages.Select(l => $"{Addresses.DoorShell}?lang={l.TwoLetterISOLanguageName}").ToList();
        var version = Version([.. files, .. shells, typeof(DoorInstalled).Assembly.ManifestModule.ModuleVersionId.ToString()]);
        var list = JsonSerializer.Serialize(
            new
            {
                version,
                files,
                shells,
            },
            JsonSerializerOptions.Web
        );
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text(
            $"self.kept = {list};\nimportScripts(\"/{assets["assets/doorWorker.js"]}\");\n",
            "text/javascript",
            Encoding.UTF8
        );
    }

    private static async Task<IResult> ManifestAsync(
        string? rally,
        HttpContext http,
        EveningReads evening,
        IStringLocalizerFactory everyWord,
        CancellationToken cancellation
    )
    {
        var words = everyWord.Create(typeof(DoorPage));
        var named =
            rally?.Split('/') is [var day, var town] && Slug.IsValid(day) && Slug.IsValid(town)
                ? await evening.NameAsync(day, town, cancellation)
                : null;
        var assets = http.GetEndpoint()!.Metadata.GetRequiredMetadata<ResourceAssetCollection>();
        var start = named is null ? Addresses.DoorShell : Addresses.ForDoor(named.Day, named.Town);
        var name = (named is null ? words["title.shell"] : words["title", named.TownName]).Value;
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Json(
            new Dictionary<string, object>
            {
                ["id"] = start,
                ["start_url"] = $"{start}?{Opening}",
                ["scope"] = "/door/",
                ["name"] = name,
                ["short_name"] = name,
                ["display"] = "standalone",
                ["background_color"] = "#fbf7ec",
                ["theme_color"] = "#fbf7ec",
                ["icons"] = ((int[])[192, 512]).Select(size => new
                {
                    src = $"/{assets[$"assets/app-icon-{size}.png"]}",
                    sizes = $"{size}x{size}",
                    type = "image/png",
                    purpose = "any maskable",
                }),
            },
            contentType: "application/manifest+json"
        );
    }

    // Style sheets name them without our fingerprint; they carry one of their own.
    private static IEnumerable<string> Fonts(ResourceAssetCollection assets) =>
        assets
            .Where(a =>
                a.Url.StartsWith("assets/", StringComparison.Ordinal)
                && a.Url.EndsWith(".woff2", StringComparison.Ordinal)
                && a.Properties?.Any(p => p.Name == "label") != true
            )
            .Select(a => $"/{a.Url}")
            .Order(StringComparer.Ordinal);

    private static string Version(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
}
