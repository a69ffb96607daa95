using Rallies.Web.Live;

namespace Rallies.Web.Counting;

/// <summary>What became of a check-in, and the rally's row after it.</summary>
internal sealed record CheckInAnswer(CheckInOutcome Outcome, BoardRow Row);

internal enum CheckInOutcome
{
    CheckedIn,
    AlreadyCheckedIn,

    /// <summary>The id belongs to another check-in.</summary>
    IdReused,
    NotOpenYet,
    Ended,
    CalledOff,
    WrongCode,

    /// <summary>There is a crowd behind one network; the code on the square's screen tells people from a machine.</summary>
    CodeNeeded,

    /// <summary>More than five others, without the code.</summary>
    TooManyWithoutCode,
}
