using NodaTime;
using Rallies.Domain.Disputes;

namespace Rallies.Web.Importing;

/// <summary>A gate at which pickets stand, or will by a row of the list.</summary>
/// <param name="Line">Null where only the list knows of it.</param>
/// <param name="FileLine">Of the row that says so, from 1; 0 where none has yet.</param>
internal sealed record KnownGate(PicketLine? Line, LocalDate First, LocalDate Last, int FileLine)
{
    public bool Meets(StrikeRow row) => First <= row.Last && row.First <= Last;
}
