namespace Rallies.Web.OrganiserConsole.OneRally;

/// <summary>Names the sentences of the page on which one rally is organised.</summary>
public sealed class RallyWords;
