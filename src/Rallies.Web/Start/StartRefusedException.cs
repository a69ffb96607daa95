namespace Rallies.Web.Start;

/// <summary>The program cannot start; the message is the one sentence its user reads: what is wrong, and what to do.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
