using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Rallies.Web.Public.Texts;

/// <summary>Pages that say the same to everybody until the program changes.</summary>
internal static class TextEndpoints
{
    public static RazorComponentResult About(HttpContext context) => Show<AboutPage>(context);

    public static RazorComponentResult Privacy(HttpContext context) => Show<PrivacyPage>(context);

    public static RazorComponentResult Accessibility(HttpContext context) => Show<AccessibilityPage>(context);

    /// <summary>Private links and consoles are nobody's search result; all else may be found.</summary>
    public static ContentHttpResult Robots(HttpContext context)
    {
        PublicPage.MayBeKept(context, 3600);
        return TypedResults.Text(
            """
            User-agent: *
            Disallow: /k/
            Disallow: /p/
            Disallow: /organise
            Disallow: /door/

            """,
            MediaTypeNames.Text.Plain
        );
    }

    private static RazorComponentResult Show<TPage>(HttpContext context)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        PublicPage.MayBeKept(context, 300);
        return PublicPage.Show<TPage>();
    }
}
