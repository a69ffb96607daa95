using Rallies.Domain;

namespace Rallies.Web.Importing;

/// <summary>The town an event is in, as far as its words tell.</summary>
/// <param name="Town">Null when there is none, or there are several.</param>
/// <param name="Several">The towns it could be, when its words do not tell which; otherwise none.</param>
/// <param name="Place">LOCATION without the town; empty when it says nothing more.</param>
internal sealed record FoundTown(Town? Town, IReadOnlyList<Town> Several, string Place);
