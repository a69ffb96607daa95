using Rallies.Web.Guards;

namespace Rallies.Web.Api;

/// <summary>The part of the API that counts.</summary>
internal static class CountingApi
{
    public static void MapCountingApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Addresses.Api).WithTags("Counting").FollowingMerges();
        api.MapCountsApi();
        api.MapHereApi();
        api.MapDoorApi();
    }
}
