namespace Rallies.Domain;

/// <summary>An address that may be shown as a link: absolute, http or https, nothing that runs in the reader's browser.</summary>
public static class WebAddress
{
    public const int MaxLength = 500;

    public static bool IsAcceptable(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0;

    /// <exception cref="ArgumentException">Not an absolute http(s) address of at most 500 characters.</exception>
    public static string Require(string? text) =>
        IsAcceptable(text)
            ? text!.Trim()
            : throw new ArgumentException($"'{text}' is not an absolute http or https address.", nameof(text));
}
