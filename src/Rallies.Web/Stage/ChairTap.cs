using System.Globalization;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Web.Stage;

/// <summary>What a button at the lectern says: <c>on.SLOT</c>, <c>shift.5</c>, <c>on-time</c>, <c>end</c>, <c>back.CUE</c>.</summary>
internal static class ChairTap
{
    /// <returns>Null for what no button of ours says.</returns>
    public static Func<CueSpeakers, HeldGrants, int, CancellationToken, Task<Cued>>? Read(IFormCollection form)
    {
        if (!Guid.TryParse(form["id"], out var id))
            return null;
        return form["do"].ToString().Split('.') switch
        {
            ["on", var text] when Guid.TryParse(text, out var slot) => (cue, held, rally, c) => cue.PutOnAsync(held, rally, id, slot, c),
            ["shift", var text]
                when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes)
                    && minutes is >= -60 and <= 60 => (cue, held, rally, c) => cue.ShiftAsync(held, rally, id, minutes, c),
            ["on-time"] => (cue, held, rally, c) => cue.ShiftAsync(held, rally, id, null, c),
            ["end"] => (cue, held, rally, c) => cue.EndAsync(held, rally, id, c),
            ["back", var text] when Guid.TryParse(text, out var said) => (cue, held, rally, c) => cue.TakeBackAsync(held, rally, said, c),
            _ => null,
        };
    }
}
