using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.StaticAssets;

namespace Rallies.Web.Public;

/// <summary>Gives pages that are rendered by endpoints of their own the fingerprinted names which Razor's router gives to its pages.</summary>
internal static class FingerprintedAssets
{
    public static TBuilder WithFingerprintedAssets<TBuilder>(this TBuilder pages, IEndpointRouteBuilder app)
        where TBuilder : IEndpointConventionBuilder
    {
        var assets = new Lazy<ResourceAssetCollection>(() => Collect(app));
        pages.Finally(endpoint => endpoint.Metadata.Add(assets.Value));
        return pages;
    }

    private static ResourceAssetCollection Collect(IEndpointRouteBuilder app) =>
        new([
            .. app
                .DataSources.OfType<EndpointDataSource>()
                .Where(source => source.GetType().Assembly == typeof(StaticAssetDescriptor).Assembly)
                .SelectMany(source => source.Endpoints)
                .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
                .OfType<StaticAssetDescriptor>()
                .Where(asset => asset.Selectors.Count == 0)
                .Select(asset => new ResourceAsset(
                    asset.Route,
                    [.. asset.Properties.Select(p => new ResourceAssetProperty(p.Name, p.Value))]
                )),
        ]);
}
