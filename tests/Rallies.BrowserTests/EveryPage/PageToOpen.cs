using Rallies.BrowserTests.People;

namespace Rallies.BrowserTests.EveryPage;

/// <summary>A page, and how somebody comes to it.</summary>
/// <param name="Name">As one would say it.</param>
/// <param name="At">Its pattern among the site's addresses.</param>
/// <param name="Find">Where it is on a running site.</param>
public sealed record PageToOpen(string Name, string At, Func<Whereabouts, Task<string>> Find)
{
    public PageToOpen(string name, string at, string address)
        : this(name, at, _ => Task.FromResult(address)) { }

    /// <summary>Whose private link its reader has opened: Organiser, Steward or Admin; null: nobody's.</summary>
    public string? Holding { get; init; }

    /// <summary>What it answers when it is opened.</summary>
    public int Status { get; init; } = 200;

    /// <summary>What somebody does on it to come to what is looked at.</summary>
    public Func<Person, Task> Then { get; init; } = _ => Task.CompletedTask;

    /// <summary>Organisers' pages are alive by a circuit; no other page has one.</summary>
    public bool HasCircuit { get; init; }

    public override string ToString() => Name;
}
