using Microsoft.AspNetCore.Components;

namespace Rallies.Web.Public.Embedding;

/// <summary>The counter's sheet, script and icon under their fingerprinted names; a browser fetches the icon only where the counter stands alone.</summary>
public sealed record EmbedAssets(string Sheet, string Script, string Icon)
{
    internal static EmbedAssets Of(HttpContext context)
    {
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>() ?? ResourceAssetCollection.Empty;
        return new($"/{assets["assets/embed.css"]}", $"/{assets["assets/embed.js"]}", $"/{assets["assets/favicon.svg"]}");
    }
}
