namespace Rallies.Web.OrganiserConsole.WhoSpeaks;

/// <summary>Names the sentences of the running order.</summary>
public sealed class WhoSpeaksWords;
