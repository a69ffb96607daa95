namespace Rallies.Web.Public.Press;

/// <param name="Address">Whole, as it is read on paper.</param>
public sealed record PressLink(string Words, string Address);
