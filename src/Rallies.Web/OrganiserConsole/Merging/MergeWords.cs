namespace Rallies.Web.OrganiserConsole.Merging;

/// <summary>Names the sentences around two rallies becoming one.</summary>
public sealed class MergeWords;
