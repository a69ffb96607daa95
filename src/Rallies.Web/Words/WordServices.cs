using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Rallies.Web.Words;

/// <summary>The languages of the site. Sentences stand beside what says them: Page.resx in British English, Page.cy.resx in Welsh.</summary>
internal static class WordServices
{
    public static readonly IReadOnlyList<CultureInfo> Languages = [new("en-GB"), new("cy")];

    public static IServiceCollection AddWords(this IServiceCollection services) =>
        services
            .AddLocalization()
            .AddSingleton<Said>()
            .AddSingleton<SaidWeek>()
            .AddSingleton<RegionNames>()
            .AddSingleton<FigureWords>()
            .AddSingleton<StageWords>()
            .AddSingleton<Reported>();

    public static void UseWords(this WebApplication app) =>
        app.UseRequestLocalization(
            new RequestLocalizationOptions
            {
                DefaultRequestCulture = new RequestCulture(Languages[0]),
                SupportedCultures = [.. Languages],
                SupportedUICultures = [.. Languages],
                RequestCultureProviders = [new AskedLanguage()],
            }
        );
}
