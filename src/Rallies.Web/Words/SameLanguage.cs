using Microsoft.AspNetCore.WebUtilities;

namespace Rallies.Web.Words;

/// <summary>Who chose a language in the address keeps it through forms that work without script.</summary>
internal static class SameLanguage
{
    public static string In(HttpRequest request, string path) =>
        request.Query["lang"].FirstOrDefault() is { } asked && WordServices.Languages.Any(l => l.TwoLetterISOLanguageName == asked)
            ? QueryHelpers.AddQueryString(path, "lang", asked)
            : path;
}
