using System.Text.RegularExpressions;

namespace Rallies.BrowserTests.Site;

/// <summary>What a program has printed so far; one may wait for a line that is still to come.</summary>
internal sealed class Transcript
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool ended;

    public void Add(string line) => Change(() => lines.Add(line));

    /// <summary>Nothing more will come: whoever still waits is told.</summary>
    public void End() => Change(() => ended = true);

    /// <summary>The first line that matches, now or later.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or the time ran out, before it printed such a line.</exception>
    public async Task<Match> Line(Regex pattern, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        while (true)
        {
            var (found, next) = Look(pattern);
            if (found is not null)
                return found;
            if (next is null || !await Came(next, late.Token))
                throw new InvalidOperationException($"The program never printed {pattern}. It said:\n{this}");
        }
    }

    public override string ToString()
    {
        lock (gate)
            return string.Join('\n', lines);
    }

    private (Match? Found, Task? Next) Look(Regex pattern)
    {
        lock (gate)
            return (lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success), ended ? null : more.Task);
    }

    private static async Task<bool> Came(Task next, CancellationToken late) =>
        await Task.WhenAny(next, Task.Delay(Timeout.Infinite, late)) == next;

    private void Change(Action change)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            change();
            (told, more) = (more, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        told.SetResult();
    }
}
