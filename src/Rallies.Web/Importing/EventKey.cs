namespace Rallies.Web.Importing;

/// <summary>By what an event is known within one calendar.</summary>
/// <param name="RecurrenceId">Empty for an event on its own.</param>
public readonly record struct EventKey(string Uid, string RecurrenceId);
