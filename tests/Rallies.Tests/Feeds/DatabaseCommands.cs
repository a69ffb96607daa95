using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rallies.Tests.Feeds;

/// <summary>Counts what databases are asked in one flow of execution, and in no other that happens meanwhile.</summary>
internal sealed class DatabaseCommands
{
    private static readonly AsyncLocal<DatabaseCommands?> watching = new();
    private static readonly Lazy<IDisposable> listening = new(() => DiagnosticListener.AllListeners.Subscribe(new Listeners()));
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Begin before the first database is opened: EF Core looks for listeners once a second only.</summary>
    public static void Listen() => _ = listening.Value;

    public static DatabaseCommands OfThisFlow() => watching.Value = new DatabaseCommands();

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(new Events());
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    private sealed class Events : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && watching.Value is { } commands)
                Interlocked.Increment(ref commands.count);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
