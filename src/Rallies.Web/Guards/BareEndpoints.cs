namespace Rallies.Web.Guards;

/// <summary>
/// Endpoints that thousands call in the same minute and that need nothing of what pages need: no language, no grant, no form, no
/// compression. They are answered where they are found, under the guards that concern them.
/// </summary>
internal static class BareEndpoints
{
    public static TBuilder Bare<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.ShortCircuit();
        endpoint.Finally(builder => builder.RequestDelegate = Guarded(builder.RequestDelegate!, builder.ApplicationServices));
        return endpoint;
    }

    private static RequestDelegate Guarded(RequestDelegate answer, IServiceProvider services)
    {
        var fromHere = ActivatorUtilities.CreateInstance<CrossSiteWrites>(services, answer);
        RequestDelegate guarded = fromHere.InvokeAsync;
        return ActivatorUtilities.CreateInstance<Mishaps>(services, guarded).InvokeAsync;
    }
}
