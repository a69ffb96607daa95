namespace Rallies.Web.Commands;

/// <summary>What a command writes to and asks.</summary>
/// <param name="Answers">Null where nobody sits.</param>
internal sealed record Terminal(TextWriter Out, TextReader? Answers)
{
    /// <summary>False unless somebody sits there and says yes.</summary>
    public async Task<bool> AgreesAsync(string question)
    {
        if (Answers is null)
        {
            await Out.WriteLineAsync("Nothing was stored. Add --yes to store it.");
            return false;
        }
        await Out.WriteAsync($"{question} [y/N] ");
        if ((await Answers.ReadLineAsync())?.Trim() is "y" or "Y" or "yes")
            return true;
        await Out.WriteLineAsync("Nothing was stored.");
        return false;
    }

    /// <summary>No more than the octets asked for and one, by which too large a file is known.</summary>
    public static async Task<byte[]> TakeAsync(string path, int most, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var octets = new byte[Math.Min(file.Length, most + 1)];
        await file.ReadExactlyAsync(octets, cancellation);
        return octets;
    }
}
