using Rallies.Web.Towns;

namespace Rallies.Tests.Towns;

/// <summary>The real gazetteer, read once for all tests.</summary>
public static class RealGazetteer
{
    public static Gazetteer Instance { get; } = Gazetteer.Load();
}
