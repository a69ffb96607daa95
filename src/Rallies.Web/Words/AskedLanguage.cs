using Microsoft.AspNetCore.Localization;

namespace Rallies.Web.Words;

/// <summary>
/// Which of our languages a request asks for: the address first, then the browser's, each by language alone. "en" and "en-US" are our
/// English, and whoever reads American English before Welsh reads ours before Welsh.
/// </summary>
internal sealed class AskedLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(Named(httpContext.Request).Select(Ours).OfType<ProviderCultureResult>().FirstOrDefault());

    private static IEnumerable<string?> Named(HttpRequest request) =>
        (request.GetTypedHeaders().AcceptLanguage ?? [])
            .OrderByDescending(language => language.Quality ?? 1) // stable: RFC 9110 §12.5.4 leaves equals in their order
            .Select(language => language.Value.Value)
            .Prepend(request.Query["lang"].ToString());

    private static ProviderCultureResult? Ours(string? tag) =>
        WordServices.Languages.FirstOrDefault(ours => ours.TwoLetterISOLanguageName == tag?.Split('-')[0].ToLowerInvariant())
            is { } language
            ? new ProviderCultureResult(language.Name)
            : null;
}
