using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Rallies.Web.Api;

/// <summary>How the API speaks: camelCase, names for states, a description at /openapi/v1.json; pages of any origin may read.</summary>
internal static class ApiServices
{
    public static void ReadFromAnywhere(CorsPolicyBuilder policy) =>
        policy.AllowAnyOrigin().AllowAnyHeader().WithMethods("GET", "HEAD").WithExposedHeaders("Link", "ETag");

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddCors();
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase))
        );
        services.AddOpenApi(options =>
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true
        );
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapReadingApi();
        app.MapPicketApi();
        app.MapPledgingApi();
        app.MapUnknownApi();
        app.MapOpenApi(Addresses.OpenApi.Replace("v1", "{documentName}", StringComparison.Ordinal)).RequireCors(ReadFromAnywhere);
    }
}
