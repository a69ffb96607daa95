using NodaTime;

namespace Rallies.Web.Settings;

/// <summary>The one place where the program takes the machine's clock.</summary>
internal static class SystemTime
{
#pragma warning disable RS0030 // the ban's own exception
    public static IClock Clock => SystemClock.Instance;
#pragma warning restore RS0030
}
