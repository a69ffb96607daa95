namespace Rallies.Domain.Counting;

/// <summary>Why a tap was not recorded.</summary>
public enum Refusal
{
    BadId,
    BadKind,
    BadCount,
    BadTime,

    /// <summary>Made before counting opened, or sent more than twelve hours after it ended.</summary>
    NotOpen,

    /// <summary>Made more than ten minutes after the tap it would undo.</summary>
    UndoTooLate,

    /// <summary>Not with this link, not without a reason, not another device's tap.</summary>
    NotAllowed,

    /// <summary>The id belongs to a tap with other content.</summary>
    IdReused,
}
