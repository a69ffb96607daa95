using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Rallies.Web.Words;

/// <summary>Who reads in a language goes on reading in it.</summary>
internal static class SameLanguage
{
    /// <summary>Who chose a language in the address keeps it through forms that work without script.</summary>
    public static string In(HttpRequest request, string path) =>
        request.Query["lang"].FirstOrDefault() is { } asked && WordServices.Languages.Any(l => l.TwoLetterISOLanguageName == asked)
            ? QueryHelpers.AddQueryString(path, "lang", asked)
            : path;

    /// <summary>For what is opened without this browser's languages: another site's frame, a file.</summary>
    public static string In(string path) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var read && read != WordServices.Languages[0].TwoLetterISOLanguageName
            ? QueryHelpers.AddQueryString(path, "lang", read)
            : path;
}
