using System.Collections.Frozen;
using Microsoft.Extensions.Localization;
using Rallies.Web.Towns;

namespace Rallies.Web.Words;

/// <summary>What a region is called: in the reader's language where we know it, else as the gazetteer has it.</summary>
public sealed class RegionNames(IStringLocalizer<RegionNames> words, Gazetteer towns)
{
    private readonly FrozenDictionary<string, string> names = towns
        .Towns.DistinctBy(t => t.Region)
        .ToFrozenDictionary(t => t.Region, t => t.RegionName);

    public bool Knows(string region) => names.ContainsKey(region);

    public string Of(string region)
    {
        var word = words[region];
        return word.ResourceNotFound ? names.GetValueOrDefault(region, region) : word;
    }

    /// <summary>"Newport, Isle of Wight": told apart from others of its name; the search understands it.</summary>
    public string Full(Domain.Town town) =>
        $"{town.Name}, {(town.County.Length > 0 && town.County != town.Name ? town.County : Of(town.Region))}";
}
