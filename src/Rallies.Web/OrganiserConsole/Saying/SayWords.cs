namespace Rallies.Web.OrganiserConsole.Saying;

/// <summary>Names the sentences of this folder, in the resources beside it.</summary>
internal sealed class SayWords;
