namespace Rallies.Web.Guards;

/// <summary>Keeps private links out of the logs: the framework's own request log writes every path, secrets and all.</summary>
internal static class QuietLogs
{
    /// <summary>Whatever the configuration says: also the scope with the request's path is opened only when that logger is on.</summary>
    public static void KeepPathsOut(this ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Any stranger may ask the hub for a day that is none, and would fill the log with it.
        logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Critical);
        logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.StaticAssets", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning);
    }
}
