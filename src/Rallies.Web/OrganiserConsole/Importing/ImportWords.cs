namespace Rallies.Web.OrganiserConsole.Importing;

/// <summary>Names the sentences around importing a calendar or a strike list.</summary>
public sealed class ImportWords;
