using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain.Disputes;
using Rallies.Web.Public.Pickets;
using Rallies.Web.Public.Pledging;
using Rallies.Web.Reads;
using Rallies.Web.Words;

namespace Rallies.Tests.Site;

public sealed class PicketItemTests
{
    [Theory]
    [InlineData("en-GB", "Tue and Thu, 6am to 10am", "confirmed yesterday")]
    [InlineData("cy", "Maw a Iau, 6yb i 10yb", "cadarnhawyd ddoe")]
    public void Days_and_hours_are_said_as_people_say_them(string language, string when, string confirmed)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(language);
        using var page = Page();

        var row = page.Render<PicketItem>(p =>
            p.Add(r => r.Picket, Listed(WeekDays.Tuesday | WeekDays.Thursday)).Add(r => r.Now, Some.Moment + Duration.FromDays(1))
        );

        Assert.Contains(when, row.Markup, StringComparison.Ordinal);
        Assert.Contains(confirmed, row.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_typed_beside_the_choices_is_shown_again_with_what_is_wrong()
    {
        using var page = Page();

        var fields = page.Render<WhoComesAlong>(p => p.Add(w => w.Answer, HowMany.Of("0", "<99>")).Add(w => w.OthersError, "Up to 20."));

        Assert.Equal("<99>", fields.Find("#others").GetAttribute("value"));
        Assert.Equal("true", fields.Find("#others").GetAttribute("aria-invalid"));
        Assert.Contains("Up to 20.", fields.Find("#others-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("more", fields.Find("input[checked]").GetAttribute("value"));
    }

    private static BunitContext Page()
    {
        var page = new BunitContext();
        page.Services.AddLocalization().AddSingleton<Said>().AddSingleton<SaidWeek>();
        return page;
    }

    private static ListedPicket Listed(WeekDays days) =>
        new(Some.Line(1, days), "humber-cargo", "Port Workers' Union", "Humber Cargo", DisputeStage.Action, "https://example.org");
}
