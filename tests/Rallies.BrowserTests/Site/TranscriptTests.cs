using System.Text.RegularExpressions;

namespace Rallies.BrowserTests.Site;

public sealed partial class TranscriptTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_line_is_found_whether_it_came_before_or_after_the_question()
    {
        var transcript = new Transcript();

        transcript.Add("Board: http://127.0.0.1:1/tonight/live");
        var before = await transcript.Line(Board(), patience);
        var after = transcript.Line(Steward(), patience);
        transcript.Add("Steward: http://127.0.0.1:1/k/abc");

        Assert.Equal("http://127.0.0.1:1/tonight/live", before.Groups[1].Value);
        Assert.Equal("http://127.0.0.1:1/k/abc", (await after).Groups[1].Value);
    }

    [Fact]
    public async Task A_program_that_ends_too_soon_is_reported_with_all_it_said()
    {
        var transcript = new Transcript();
        transcript.Add("The data directory is not writable.");
        var waiting = transcript.Line(Board(), patience);

        transcript.End();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
        Assert.EndsWith("The data directory is not writable.", error.Message);
    }

    [Fact]
    public async Task Patience_ends() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Transcript().Line(Board(), TimeSpan.FromMilliseconds(1)));

    [GeneratedRegex("^Board: (.+)$")]
    private static partial Regex Board();

    [GeneratedRegex("^Steward: (.+)$")]
    private static partial Regex Steward();
}
