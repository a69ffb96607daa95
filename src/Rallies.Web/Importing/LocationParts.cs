using System.Globalization;
using Rallies.Domain;

namespace Rallies.Web.Importing;

/// <summary>A LOCATION between its commas, without countries and postcodes: "Town Hall", "Leeds", "West Yorkshire".</summary>
internal sealed class LocationParts
{
    private const int MostParts = 12;
    private const int LongestCountry = 60;
    private static readonly Lazy<Dictionary<string, string>> Countries = new(NamesOfCountries);

    private LocationParts(IReadOnlyList<string> parts, IReadOnlySet<string> countries) => (Parts, NamedCountries) = (parts, countries);

    public IReadOnlyList<string> Parts { get; }

    /// <summary>ISO 3166 codes of the countries it names.</summary>
    public IReadOnlySet<string> NamedCountries { get; }

    public static LocationParts Of(string? location)
    {
        var (parts, named) = (new List<string>(), new HashSet<string>());
        foreach (var part in (location ?? "").Split(',', MostParts, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (parts.Count > 0 && Countries.Value.TryGetValue(FoldedText.Of(part, LongestCountry), out var country))
                named.Add(country);
            else
                parts.Add(part);
        return new LocationParts(parts, named);
    }

    /// <summary>A part without its postcode: "Leeds" of "Leeds LS1 3AA", "Leipzig" of "04109 Leipzig". May be empty.</summary>
    public static string WithoutPostcode(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        while (words.Length > 0 && words[0].Any(char.IsAsciiDigit))
            words = words[1..];
        while (words.Length > 0 && words[^1].Any(char.IsAsciiDigit))
            words = words[..^1];
        return string.Join(' ', words!);
    }

    private static Dictionary<string, string> NamesOfCountries()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            foreach (var name in new[] { region.EnglishName, region.NativeName, region.ThreeLetterISORegionName })
                if (FoldedText.Of(name, LongestCountry) is { Length: > 0 } folded)
                    names.TryAdd(folded, region.TwoLetterISORegionName);
        }
        foreach (var name in new[] { "uk", "gb", "great-britain", "england", "scotland", "wales", "cymru", "northern-ireland" })
            names[name] = "GB";
        foreach (var name in new[] { "usa", "us", "united-states-of-america" })
            names[name] = "US";
        return names;
    }
}
