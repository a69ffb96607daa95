namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>What the owner took in of what phones had kept.</summary>
/// <param name="Revoked">Taps among them of phones that had counted under a link which has since been revoked.</param>
public sealed record TakenInSoFar(int Taps, int Revoked);
