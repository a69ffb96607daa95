using Rallies.Domain.Permissions;

namespace Rallies.Web.Access;

/// <summary>Finds the secret in what somebody pasted: the whole link, one that a mail program has broken in two, or the secret alone.</summary>
internal static class PastedLink
{
    private const int Longest = 500;

    public static bool TryRead(string? text, out Secret secret)
    {
        secret = default;
        if (text is not { Length: <= Longest })
            return false;
        var whole = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var at = whole.LastIndexOf("/k/", StringComparison.Ordinal);
        var rest = at < 0 ? whole : whole[(at + 3)..];
        return Secret.TryParse(rest.Split('?', '#', '/', '>', '.')[0], out secret);
    }
}
