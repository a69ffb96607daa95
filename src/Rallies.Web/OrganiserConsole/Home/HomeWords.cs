namespace Rallies.Web.OrganiserConsole.Home;

/// <summary>Names the sentences of the console's first page.</summary>
public sealed class HomeWords;
