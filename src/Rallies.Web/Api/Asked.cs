using System.Globalization;
using Rallies.Domain;

namespace Rallies.Web.Api;

/// <summary>Reads what was asked for in a query, so that a bad value can be answered in a sentence.</summary>
internal static class Asked
{
    public static bool Limit(string? text, int otherwise, int most, out int limit)
    {
        limit = otherwise;
        return string.IsNullOrEmpty(text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit >= 1 && limit <= most);
    }

    /// <summary>True and null when nothing was asked.</summary>
    public static bool Point(string? text, out Coordinates? point)
    {
        point = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (
            text.Split(',') is not [var first, var second]
            || !Degrees(first, out var latitude)
            || !Degrees(second, out var longitude)
            || !Coordinates.AreValid(latitude, longitude)
        )
            return false;
        point = new Coordinates(latitude, longitude);
        return true;
    }

    private static bool Degrees(string text, out double degrees) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign
                | NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowLeadingWhite
                | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out degrees
        );
}
