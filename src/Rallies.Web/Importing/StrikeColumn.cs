using Rallies.Domain;

namespace Rallies.Web.Importing;

/// <summary>The columns of a strike list. Their names may stand in any order and in any letters.</summary>
internal sealed record StrikeColumn(string Name, bool IsRequired, params string[] OtherNames)
{
    public static readonly StrikeColumn Union = new("union", true);
    public static readonly StrikeColumn Employer = new("employer", true);
    public static readonly StrikeColumn Town = new("town", true);
    public static readonly StrikeColumn Gate = new("gate", true, "place", "picket line");
    public static readonly StrikeColumn First = new("first", true, "first day");
    public static readonly StrikeColumn Last = new("last", true, "last day");
    public static readonly StrikeColumn Days = new("days", true);
    public static readonly StrikeColumn From = new("from", true);
    public static readonly StrikeColumn To = new("to", true);
    public static readonly StrikeColumn Source = new("source", true, "source link");
    public static readonly StrikeColumn Demands = new("demands", false);
    public static readonly StrikeColumn Fund = new("fund", false, "strike fund");
    public static readonly StrikeColumn Petition = new("petition", false);
    public static readonly StrikeColumn ExternalId = new("external id", false, "id");

    public static readonly IReadOnlyList<StrikeColumn> All =
    [
        Union,
        Employer,
        Town,
        Gate,
        First,
        Last,
        Days,
        From,
        To,
        Source,
        Demands,
        Fund,
        Petition,
        ExternalId,
    ];

    public static string Names { get; } = string.Join(", ", All.Select(c => c.Name));

    public static StrikeColumn? Called(string heading) =>
        All.FirstOrDefault(c => c.OtherNames.Prepend(c.Name).Any(name => Plain(name) == Plain(heading)));

    private static string Plain(string name) => FoldedText.Of(name, 40).Replace("-", "", StringComparison.Ordinal);
}
