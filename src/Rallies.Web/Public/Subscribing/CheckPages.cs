using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Rallies.Calendars;
using Rallies.Calendars.Checking;
using Rallies.Web.Guards;
using Rallies.Web.Public.Forms;
using Rallies.Web.Settings;

namespace Rallies.Web.Public.Subscribing;

/// <summary>The self-test of calendars: any feed of this site, or somebody's own file, which is read in memory and kept nowhere.</summary>
internal static class CheckPages
{
    private const int MostOctets = 1024 * 1024;

    /// <summary>What a form needs around the file.</summary>
    private const int FormAround = 64 * 1024;

    public static void AddCalendarCheck(this IServiceCollection services)
    {
        services.AddSingleton<FeedCheck>();
        services.AddSingleton<CheckedFeeds>();
        // Whatever is uploaded stays in memory: the body limit is far below what would need a disk.
        services.Configure<FormOptions>(options => options.MemoryBufferThreshold = MostOctets + FormAround);
    }

    public static void MapCalendarCheck(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.CalendarCheck, ShowAsync).Limited(RateLimited.CheckingCalendars);
        pages
            .MapPost(Addresses.CalendarCheck, UploadAsync)
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(MostOctets + FormAround))
            .Limited(RateLimited.CheckingCalendars);
    }

    private static async Task<IResult> ShowAsync(
        string? feed,
        HttpContext http,
        CheckedFeeds feeds,
        FeedCheck check,
        PublicAddress site,
        CancellationToken cancellation
    )
    {
        PublicPage.MayBeKept(http, 60);
        var view = new CheckView(feeds.List(), string.IsNullOrWhiteSpace(feed) ? null : Shortened.To(200, Typed.Line(feed)));
        if (view.Chosen is null)
            return PublicPage.Show<CheckPage>(view);
        if (FeedAddress.Read(view.Chosen, site, out var word) is not { } address)
            return Refuse(http, view with { Trouble = word }, StatusCodes.Status422UnprocessableEntity);
        if (await check.CheckAsync(address.Key, cancellation) is not var (file, delivery))
            return Refuse(http, view with { Trouble = "no-such-feed" }, StatusCodes.Status404NotFound);
        return PublicPage.Show<CheckPage>(view with { Subject = address.Path, File = file, Delivery = delivery });
    }

    private static async Task<IResult> UploadAsync(HttpContext http, CheckedFeeds feeds, CancellationToken cancellation)
    {
        PublicPage.NeverKept(http);
        var view = new CheckView(feeds.List()) { IsTroubleOfFile = true };
        try
        {
            var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellation) : null;
            if (form?.Files.GetFile("file") is not { Length: > 0 } file)
                return Refuse(http, view with { Trouble = "no-file" }, StatusCodes.Status422UnprocessableEntity);
            if (file.Length > MostOctets)
                return Refuse(http, view with { Trouble = "too-large" }, StatusCodes.Status413PayloadTooLarge);
            return await CheckAsync(view, file, cancellation);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(http, view with { Trouble = "too-large" }, StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Refuse(http, view with { Trouble = "no-file" }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> CheckAsync(CheckView view, IFormFile file, CancellationToken cancellation)
    {
        var octets = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(octets, cancellation);
        var check = CalendarCheck.Of(octets, cancellation: cancellation);
        var name = Typed.Line(file.FileName);
        return PublicPage.Show<CheckPage>(
            view with
            {
                Subject = name.Length == 0 ? ".ics" : Shortened.To(80, name),
                File = check,
            },
            check.IsRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    private static IResult Refuse(HttpContext http, CheckView view, int status)
    {
        PublicPage.NeverKept(http);
        return PublicPage.Show<CheckPage>(view, status);
    }
}
