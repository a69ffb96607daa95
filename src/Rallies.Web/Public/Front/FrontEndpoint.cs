using NodaTime;
using Rallies.Domain;
using Rallies.Web.Live;
using Rallies.Web.Public.Find;
using Rallies.Web.Reads;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Front;

/// <summary>What is on, when; and with a town asked, what is on near it.</summary>
internal static class FrontEndpoint
{
    public static async Task<IResult> ShowAsync(
        HttpContext context,
        DayReads days,
        Gazetteer towns,
        OnNow onNow,
        IClock clock,
        string? town,
        string? day,
        CancellationToken cancellation
    )
    {
        PublicPage.MayBeKept(context, 30);
        var coming = (await days.AllAsync(cancellation)).Where(d => d.Status != DayStatus.Over).ToList();
        var front = new FrontView(coming, clock.GetCurrentInstant(), OnNow: onNow.Day);
        if (string.IsNullOrWhiteSpace(town))
            return PublicPage.Show<FrontPage>(front);
        var asked = coming.FirstOrDefault(d => d.IsToCome && d.Slug == day) ?? front.Next;
        if (asked is null || await days.FindAsync(asked.Slug, cancellation) is not { } shown)
            return PublicPage.Show<FrontPage>(front);
        var found = FindMyRally.Answer(town, shown, towns);
        return PublicPage.Show<FoundPage>(front with { Typed = found.Asked, Found = found });
    }
}
