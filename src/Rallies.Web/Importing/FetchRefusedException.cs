namespace Rallies.Web.Importing;

/// <summary>A calendar could not be fetched, or must not be; the message is for people.</summary>
public sealed class FetchRefusedException(string message, Exception? inner = null) : Exception(message, inner);
