using Rallies.Domain.Disputes;

namespace Rallies.Web.Importing;

/// <summary>A row that is to be stored.</summary>
/// <param name="Dispute">With the id 0 as long as it is new.</param>
/// <param name="Line">Null where it is new.</param>
/// <param name="IsNumbered">Whether it gives the dispute a number of the list's that nobody knew.</param>
internal sealed record StrikeStep(StrikeRow Row, Dispute Dispute, PicketLine? Line, bool IsNumbered);
