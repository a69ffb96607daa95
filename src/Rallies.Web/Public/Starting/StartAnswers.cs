using Rallies.Web.Public.Forms;

namespace Rallies.Web.Public.Starting;

/// <summary>Everything that travels with the form from screen to screen, as it was typed.</summary>
public sealed record StartAnswers
{
    /// <summary>The form's id (RFC 9562, version 7: it tells when the first screen was shown). Sent twice, it starts one rally.</summary>
    public string Id { get; init; } = "";

    /// <summary>The screen that was sent.</summary>
    public string Step { get; init; } = "";

    /// <summary>The screen somebody wants to go back to; empty when they carry on.</summary>
    public string Go { get; init; } = "";
    public string Q { get; init; } = "";

    /// <summary>The text for which towns were offered.</summary>
    public string Offered { get; init; } = "";
    public string Town { get; init; } = "";
    public string Different { get; init; } = "";
    public string Place { get; init; } = "";
    public string Directions { get; init; } = "";
    public string Unfixed { get; init; } = "";
    public string Mail { get; init; } = "";

    /// <summary>The honeypot.</summary>
    public string Website { get; init; } = "";

    public bool IsUnfixed => Unfixed.Length > 0;
    public Guid? Form => Guid.TryParseExact(Id, "D", out var id) && id != Guid.Empty ? id : null;

    public static StartAnswers Of(IFormCollection form)
    {
        string One(string name) => Typed.Line(form[name].FirstOrDefault());
        return new StartAnswers
        {
            Id = One("id"),
            Step = One("step"),
            Go = One("go"),
            Q = One("q"),
            Offered = One("offered"),
            Town = One("town"),
            Different = One("different"),
            Place = One("place"),
            Directions = Typed.Lines(form["directions"].FirstOrDefault()),
            Unfixed = One("unfixed"),
            Mail = One("mail"),
            Website = One("website"),
        };
    }

    /// <summary>By the names of their fields, for the screens that do not ask for them.</summary>
    public IEnumerable<(string Name, string Value)> Carried =>
        ((string Name, string Value)[])
            [
                ("id", Id),
                ("q", Q),
                ("offered", Offered),
                ("town", Town),
                ("different", Different),
                ("place", Place),
                ("directions", Directions),
                ("unfixed", Unfixed),
                ("mail", Mail),
            ];
}
