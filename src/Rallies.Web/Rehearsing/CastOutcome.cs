namespace Rallies.Web.Rehearsing;

/// <summary>Whether a night can be played on a day.</summary>
internal enum CastOutcome
{
    Ready,

    /// <summary>People's own figures stand here: nothing is ever played among them.</summary>
    NotDemo,
    UnknownDay,

    /// <summary>No rally of it is open for counting and for check-in now.</summary>
    NothingOpen,

    /// <summary>Whoever asked is no admin.</summary>
    NotAllowed,
}
