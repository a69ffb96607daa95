using System.Text.RegularExpressions;

namespace Rallies.BrowserTests.Site;

/// <summary>A running site with demo data of its own in a temporary folder, on a free port of this machine.</summary>
public sealed class RalliesSite : IAsyncDisposable
{
    private readonly DirectoryInfo data;
    private readonly IReadOnlyList<string> options;
    private RalliesProgram program;

    private RalliesSite(DirectoryInfo data, IReadOnlyList<string> options)
    {
        this.data = data;
        this.options = options;
        Address = new("http://127.0.0.1:0");
        program = Run();
    }

    /// <summary>The origin it answers at.</summary>
    public Uri Address { get; private set; }

    public string DataDirectory => data.FullName;

    /// <summary>Everything it has printed since its last start.</summary>
    public string Said => program.Transcript.ToString();

    /// <summary>Starts a site; <paramref name="options"/> go to its command line after ours, and win.</summary>
    public static async Task<RalliesSite> Start(params string[] options)
    {
        var filled = await TestContext.Current.GetFixture<FilledDemo>();
        var site = new RalliesSite(await filled!.Copy(), options);
        try
        {
            await site.Listens();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>An address that the start with demo data prints: Front page, Board, Organiser, Steward, Admin.</summary>
    public async Task<Uri> Printed(string name) => new(await program.Says(new Regex($"^{Regex.Escape(name)}: (?<address>\\S+)")));

    /// <summary>Cuts its power. Nothing answers until <see cref="Restart"/>.</summary>
    public Task Kill() => program.Kill();

    /// <summary>Starts it again at the same address with the same data, killing it first where it still runs.</summary>
    public async Task Restart()
    {
        await program.DisposeAsync();
        program = Run();
        await Listens();
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        data.Delete(recursive: true);
    }

    private RalliesProgram Run() =>
        RalliesProgram.Start([
            "--urls",
            Address.GetLeftPart(UriPartial.Authority),
            "--Rallies:Demo",
            "true",
            "--Rallies:DataDirectory",
            data.FullName,
            .. options,
        ]);

    private async Task Listens() => Address = await program.Listens();
}
