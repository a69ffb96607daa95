namespace Rallies.Web.Settings;

/// <summary>How far what somebody wrote is from what may have been meant.</summary>
internal static class Slips
{
    private const int Few = 2;

    public static bool AreFew(string written, string meant) => Between(written, meant) <= Few;

    public static string Nearest(string written, IEnumerable<string> known) => known.MinBy(meant => Between(written, meant))!;

    // How many letters have to be put in, taken out or changed (Levenshtein); small or capital is the same.
    private static int Between(string written, string meant)
    {
        var (one, other) = (written.ToUpperInvariant(), meant.ToUpperInvariant());
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            above = row;
        }
        return above[^1];
    }
}
