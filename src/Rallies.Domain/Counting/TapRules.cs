namespace Rallies.Domain.Counting;

/// <summary>Whether a tap may enter a rally's log.</summary>
public static class TapRules
{
    /// <summary>Why not; null when it may.</summary>
    /// <param name="find">Taps of the same rally that are recorded already or come earlier in the same delivery.</param>
    /// <param name="mayCorrect">Sent by somebody who may put the figure right.</param>
    public static Refusal? Judge(Tap tap, CountingHours hours, Func<Guid, Tap?> find, bool mayCorrect)
    {
        if (OfItself(tap) is { } fault)
            return fault;
        if (tap.Kind == TapKind.Correction && !mayCorrect)
            return Refusal.NotAllowed;
        if (!hours.Take(tap))
            return Refusal.NotOpen;
        return tap is { Kind: TapKind.Undo, Undoes: { } undoes } && find(undoes) is { } target ? OfUndoing(tap, target) : null;
    }

    private static Refusal? OfItself(Tap tap)
    {
        if (tap.Id == Guid.Empty || tap.Device == Guid.Empty)
            return Refusal.BadId;
        return tap.Kind switch
        {
            TapKind.In or TapKind.Out => tap.Count is < 1 or > Tap.MaxCount ? Refusal.BadCount : null,
            TapKind.Estimate => HasRange(tap) ? null : Refusal.BadCount,
            TapKind.Correction when !HasRange(tap) => Refusal.BadCount,
            TapKind.Correction => tap.Reason.Length == 0 ? Refusal.NotAllowed : null,
            TapKind.Undo => tap.Undoes is null || tap.Undoes == Guid.Empty || tap.Undoes == tap.Id ? Refusal.BadId : null,
            _ => Refusal.BadKind,
        };
    }

    private static bool HasRange(Tap tap) => tap is { Low: >= 0 and var low, High: <= Tap.MaxPeople and var high } && low <= high;

    private static Refusal? OfUndoing(Tap undo, Tap target)
    {
        if (target.Device != undo.Device)
            return Refusal.NotAllowed;
        if (target.Kind is TapKind.Undo or TapKind.Correction)
            return Refusal.BadKind;
        return undo.IsSoonAfter(target) ? null : Refusal.UndoTooLate;
    }
}
