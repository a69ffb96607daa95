using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rallies.Tests.Feeds;

/// <summary>Counts what databases are asked in one flow of execution, and in no other that happens meanwhile.</summary>
internal sealed class DatabaseCommands
{
    private static readonly AsyncLocal<DatabaseCommands?> watching = new();
    private int count;
    private int questions;

    public int Count => Volatile.Read(ref count);

    /// <summary>Those among them that ask for rows: of the others there are as many as there is to write.</summary>
    public int Questions => Volatile.Read(ref questions);

    // Before any database is opened: EF Core looks for listeners once a second only.
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A test program of our own, not a library.")]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new Listeners());

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
            if (value is not { Value: CommandEventData { Command: var command } } || watching.Value is not { } commands)
                return;
            if (value.Key != RelationalEventId.CommandExecuting.Name)
                return;
            Interlocked.Increment(ref commands.count);
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
                Interlocked.Increment(ref commands.questions);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
