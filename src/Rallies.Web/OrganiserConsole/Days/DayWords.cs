namespace Rallies.Web.OrganiserConsole.Days;

/// <summary>Names the sentences around days of action.</summary>
public sealed class DayWords;
