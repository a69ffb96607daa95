using System.Globalization;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Door;

/// <summary>
/// A tap as a button of the page says it: <c>id.in.5</c>, <c>id.out.1</c>, <c>id.undo.id</c>. Script adds when it was tapped by the
/// phone's clock and that clock's skew, both in milliseconds: <c>id.in.5.1812124800000.-250</c>.
/// </summary>
internal sealed record SaidTap(Guid Id, TapKind Kind, int Count, Guid? Undoes, Instant? At, long Skew)
{
    private const int MostSkew = 2_000_000_000;

    /// <summary>Null for what no button of ours says.</summary>
    public static SaidTap? Read(string? text)
    {
        if (text?.Split('.') is not { Length: 3 or 5 } words || ReadId(words[0]) is not { } id)
            return null;
        Instant? at = null;
        var skew = 0L;
        if (words.Length == 5)
        {
            if (
                !TryTime(words[3], out var tapped)
                || !long.TryParse(words[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out skew)
            )
                return null;
            if (skew is < -MostSkew or > MostSkew)
                return null;
            at = tapped;
        }
        if (words[1] == "undo")
            return ReadId(words[2]) is { } undoes ? new SaidTap(id, TapKind.Undo, 1, undoes, at, skew) : null;
        TapKind? kind = words[1] switch
        {
            "in" => TapKind.In,
            "out" => TapKind.Out,
            _ => null,
        };
        return kind is { } said && int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new SaidTap(id, said, count, null, at, skew)
            : null;
    }

    public static string Write(Guid id, TapKind kind, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{id:D}.{(kind == TapKind.In ? "in" : "out")}.{count}");

    public static string WriteUndo(Guid id, Guid undoes) => $"{id:D}.undo.{undoes:D}";

    private static Guid? ReadId(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : null;

    private static bool TryTime(string text, out Instant time)
    {
        time = default;
        if (
            !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds > Instant.MaxValue.ToUnixTimeMilliseconds() - 2L * MostSkew
        )
            return false;
        time = Instant.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }
}
