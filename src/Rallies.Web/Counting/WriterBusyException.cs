namespace Rallies.Web.Counting;

/// <summary>Nothing was recorded: too much waits already, or the commit failed. The same request again will do.</summary>
public sealed class WriterBusyException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>After which to try again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
}
