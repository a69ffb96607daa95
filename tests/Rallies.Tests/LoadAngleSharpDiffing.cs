using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Rallies.Tests;

/// <summary>
/// bunit asks for AngleSharp.Diffing 1.0, which not every registry has. 0.17 serves it as well,
/// but the host refuses a lower version unless it is handed over by name.
/// </summary>
internal static class LoadAngleSharpDiffing
{
    private const string Diffing = "AngleSharp.Diffing";

#pragma warning disable CA2255 // A test assembly is an application: nobody else loads it.
    [ModuleInitializer]
    internal static void HandOver() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name == Diffing ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Diffing + ".dll")) : null;
#pragma warning restore CA2255
}
