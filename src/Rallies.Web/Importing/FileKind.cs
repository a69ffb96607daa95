namespace Rallies.Web.Importing;

/// <summary>What a file is that somebody wants to import.</summary>
public enum FileKind
{
    Calendar,
    StrikeList,
    Neither,
}
