namespace Rallies.Tests.Calendars;

/// <summary>Octets that are kept beside the tests as they were when a person read them.</summary>
internal static class GoldenFile
{
    /// <summary>Fails where they differ, and leaves what was written for a person to read.</summary>
    public static void IsKept(string golden, ReadOnlySpan<byte> written)
    {
        if (File.Exists(golden) && written.SequenceEqual(File.ReadAllBytes(golden)))
            return;

        var here = Path.Combine(AppContext.BaseDirectory, Path.GetFileName(golden));
        File.WriteAllBytes(here, written);
        Assert.Fail(
            $"{golden} differs. What is written now stands in {here}: compare, read it with care, have it checked, and only then copy it over."
        );
    }
}
