namespace Rallies.Web.Guards;

/// <summary>Says that addresses of merged rallies lead on.</summary>
internal static class MergedAddressing
{
    public static TBuilder FollowingMerges<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter<TBuilder, MergedAddresses>();
}
