using Microsoft.Extensions.Localization;

namespace Rallies.Web.Public.Forms;

/// <summary>Turns faults into the sentences of a page.</summary>
internal static class FormErrors
{
    public static IReadOnlyList<(string Field, string Sentence)> Of(IReadOnlyList<Fault> faults, IStringLocalizer words) =>
        [.. faults.Select(f => (f.Field, words[f.Word].Value))];

    /// <summary>The sentence at one field; null when it will do.</summary>
    public static string? At(string field, IReadOnlyList<Fault> faults, IStringLocalizer words) =>
        faults.FirstOrDefault(f => f.Field == field) is { } fault ? words[fault.Word].Value : null;
}
