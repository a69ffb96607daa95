namespace Rallies.Web.OrganiserConsole.HandingOver;

/// <summary>Names the sentences around giving a rally to somebody.</summary>
public sealed class HandOverWords;
