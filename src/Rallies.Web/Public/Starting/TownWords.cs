using Rallies.Domain;

namespace Rallies.Web.Public.Starting;

/// <summary>Tells a town from its namesakes.</summary>
internal static class TownWords
{
    /// <summary>"Goole, East Riding of Yorkshire, England"; the country's code stands where it is not the United Kingdom.</summary>
    public static string Full(Town town) =>
        string.Join(
            ", ",
            new[] { town.Name, town.County, town.RegionName, town.Country == "GB" ? "" : town.Country }
                .Where(part => part.Length > 0)
                .Distinct()
        );
}
