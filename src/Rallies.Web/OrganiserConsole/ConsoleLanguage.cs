using System.Globalization;
using Microsoft.AspNetCore.Components.Endpoints;
using Rallies.Web.Words;

namespace Rallies.Web.OrganiserConsole;

/// <summary>The console has its sentences in English so far, and says times and what is wrong with a file in the same language, whatever the browser reads.</summary>
internal static class ConsoleLanguage
{
    public static void UseConsoleLanguage(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (IsOfConsole(context))
                    CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = WordServices.Languages[0];
                return next(context);
            }
        );

    // A circuit speaks the language of the request that opened it.
    private static bool IsOfConsole(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/_blazor")
        || context.GetEndpoint()?.Metadata.GetMetadata<RootComponentMetadata>()?.Type == typeof(ConsoleDocument);
}
