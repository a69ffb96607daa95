namespace Rallies.Web.Counting;

/// <summary>What a check-in said of the code on the square's screen.</summary>
internal enum CodeGiven
{
    None,
    Right,
    Wrong,

    /// <summary>None, where there is a crowd behind one network and one is asked for.</summary>
    Missing,
}
