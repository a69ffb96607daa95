using Rallies.Domain.Counting;

namespace Rallies.Web.Door.Paper;

/// <summary>A cell of a tally sheet that was entered before, with another number.</summary>
public sealed record OtherNumber(Quarter Quarter, TapKind Kind, int Before, int Now);
