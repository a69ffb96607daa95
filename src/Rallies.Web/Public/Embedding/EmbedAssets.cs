using Microsoft.AspNetCore.Components;

namespace Rallies.Web.Public.Embedding;

/// <summary>The counter's sheet and script under their fingerprinted names.</summary>
public sealed record EmbedAssets(string Sheet, string Script)
{
    internal static EmbedAssets Of(HttpContext context)
    {
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>() ?? ResourceAssetCollection.Empty;
        return new($"/{assets["assets/embed.css"]}", $"/{assets["assets/embed.js"]}");
    }
}
