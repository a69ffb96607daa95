namespace Rallies.Web.OrganiserConsole.Rehearsals;

/// <summary>The words of playing a night.</summary>
public sealed class RehearsalWords;
