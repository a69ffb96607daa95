namespace Rallies.Web.OrganiserConsole.Disputes;

/// <summary>Names the sentences about disputes and picket lines.</summary>
public sealed class DisputeWords;
