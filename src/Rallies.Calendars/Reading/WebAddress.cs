namespace Rallies.Calendars.Reading;

/// <summary>Addresses that may be shown as links. Nothing is ever fetched.</summary>
internal static class WebAddress
{
    private const int Longest = 2_000;

    /// <summary>An absolute http or https address without a user name in it, or nothing.</summary>
    public static Uri? From(string value) =>
        value.Length <= Longest
        && Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0
        && address.UserInfo.Length == 0
            ? address
            : null;
}
