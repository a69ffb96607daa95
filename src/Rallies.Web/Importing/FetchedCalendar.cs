namespace Rallies.Web.Importing;

/// <summary>A calendar as its server sent it.</summary>
/// <param name="Version">Null where the server told nothing by which to ask for a newer one.</param>
public sealed record FetchedCalendar(byte[] Octets, FetchedVersion? Version);
