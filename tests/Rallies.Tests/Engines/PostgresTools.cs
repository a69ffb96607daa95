using System.Globalization;

namespace Rallies.Tests.Engines;

/// <summary>Where initdb and pg_ctl are: Debian keeps them off PATH.</summary>
internal static class PostgresTools
{
    public static string? Folder { get; } = Find(Environment.GetEnvironmentVariable("PATH") ?? "", "/usr/lib/postgresql");

    internal static string? Find(string path, string debianRoot)
    {
        var onPath = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] versions = Directory.Exists(debianRoot) ? Directory.GetDirectories(debianRoot) : [];
        var newestFirst = versions.OrderByDescending(Number).Select(version => Path.Combine(version, "bin"));
        return onPath.Concat(newestFirst).FirstOrDefault(HoldsThem);
    }

    private static decimal Number(string folder) =>
        decimal.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool HoldsThem(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"));
}
