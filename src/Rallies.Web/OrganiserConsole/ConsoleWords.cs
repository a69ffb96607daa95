namespace Rallies.Web.OrganiserConsole;

/// <summary>Names the sentences that all of the console shares; those of one page stand beside it.</summary>
public sealed class ConsoleWords;
