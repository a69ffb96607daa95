namespace Rallies.Web.OrganiserConsole.Links;

/// <summary>Names the sentences around private links.</summary>
public sealed class LinkWords;
