namespace Rallies.Web.OrganiserConsole.Outbox;

/// <summary>Names the sentences of the outbox.</summary>
public sealed class OutboxWords;
