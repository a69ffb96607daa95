using System.Globalization;
using Rallies.Domain.Counting;
using Rallies.Web.Public.Forms;

namespace Rallies.Web.Public.Here;

/// <summary>What somebody answered on "I'm here", as it was sent.</summary>
public sealed record HereAnswers
{
    private const int Most = CheckIn.MaxWith;

    /// <summary>Made with the form; sent twice, it counts once.</summary>
    public string Id { get; init; } = "";

    /// <summary>Others beside the sender.</summary>
    public string With { get; init; } = "0";
    public string Code { get; init; } = "";

    public Guid? FormId => Guid.TryParseExact(Id, "D", out var id) && id != Guid.Empty ? id : null;

    /// <summary>Null when it is no number that could be meant.</summary>
    public int? Others =>
        int.TryParse(With, NumberStyles.None, CultureInfo.InvariantCulture, out var others) && others <= Most ? others : null;

    /// <summary>Without the spaces that people put between figures.</summary>
    public string? CodeTyped => string.Concat(Code.Where(c => !char.IsWhiteSpace(c))) is { Length: > 0 } code ? code : null;

    public static HereAnswers Of(IFormCollection form) =>
        new()
        {
            Id = Typed.Line(form["id"].FirstOrDefault()),
            With = Typed.Line(form["with"].FirstOrDefault()),
            Code = Typed.Line(form["code"].FirstOrDefault()),
        };
}
