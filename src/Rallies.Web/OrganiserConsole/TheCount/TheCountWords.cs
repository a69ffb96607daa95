namespace Rallies.Web.OrganiserConsole.TheCount;

/// <summary>Names the sentences of the count.</summary>
public sealed class TheCountWords;
