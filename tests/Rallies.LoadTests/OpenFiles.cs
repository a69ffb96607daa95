namespace Rallies.LoadTests;

/// <summary>Every viewer is an open file on both sides: says so before a measurement fails for want of them.</summary>
internal static class OpenFiles
{
    private const int Spare = 500;

    public static void Check(int viewers)
    {
        var limit = File.ReadLines("/proc/self/limits").FirstOrDefault(l => l.StartsWith("Max open files", StringComparison.Ordinal));
        var soft = limit?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];
        if (int.TryParse(soft, out var files) && files < viewers + Spare)
            throw new InvalidOperationException(
                $"{viewers} viewers need {viewers + Spare} open files, and this shell allows {files}: ulimit -n {viewers + Spare}"
            );
    }
}
