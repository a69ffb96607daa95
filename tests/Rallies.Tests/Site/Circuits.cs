using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Rallies.Tests.Site;

/// <summary>Circuits are tried in a browser; a site in this process is never asked for one, and would fail.</summary>
internal static class Circuits
{
    private static readonly Type circuits = typeof(CircuitOptions).Assembly.GetType(
        "Microsoft.AspNetCore.Components.Server.ComponentHub",
        throwOnError: true
    )!;

    private static readonly Type handler = typeof(HubConnectionHandler<>).MakeGenericType(circuits);

    /// <summary>Spares each site compiling how the circuits' hub is called, which is a fifth of what a test of one takes.</summary>
    public static IServiceCollection WithoutCircuits(this IServiceCollection services) =>
        services.AddSingleton(handler, RuntimeHelpers.GetUninitializedObject(handler));
}
