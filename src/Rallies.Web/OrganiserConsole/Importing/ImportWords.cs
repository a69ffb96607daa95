namespace Rallies.Web.OrganiserConsole.Importing;

/// <summary>Names the sentences around importing a calendar.</summary>
public sealed class ImportWords;
