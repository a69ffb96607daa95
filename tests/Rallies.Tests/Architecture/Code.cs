using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Rallies.Tests.Architecture;

/// <summary>The questions that the arrows of the architecture ask of code.</summary>
internal static partial class Code
{
    /// <summary>The assemblies that this one names, those of .NET itself left out.</summary>
    public static IReadOnlyList<string> ReferencesOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !IsPartOfDotNet(name)).Order()];

    public static IReadOnlyList<Type> TypesIn(Assembly assembly, string space) =>
        [.. TopLevelTypesOf(assembly).Where(type => IsIn(type, space))];

    public static IReadOnlyList<Type> TypesOutside(Assembly assembly, IReadOnlyList<string> spaces) =>
        [.. TopLevelTypesOf(assembly).Where(type => !spaces.Any(space => IsIn(type, space)))];

    /// <summary>Sentences "Type names Type" for every type of a forbidden namespace that these name.</summary>
    public static IReadOnlyList<string> Meetings(IEnumerable<Type> types, params string[] forbidden) =>
        [
            .. from type in types
            from named in Il.TypesNamedBy(type)
            where forbidden.Any(space => IsIn(named, space))
            select $"{type.Name} names {named.Name}",
        ];

    /// <summary>Sentences "Type calls Method" for every call by which these change what is stored.</summary>
    public static IReadOnlyList<string> Writes(IEnumerable<Type> types) =>
        [.. from type in types from call in Il.CallsMadeBy(type) where IsWrite(call) select $"{type.Name} calls {call.Name}"];

    /// <summary>The lines of C# or Razor that ask the machine for the time of day, which belongs to no zone of ours.</summary>
    public static IReadOnlyList<string> LinesThatAskTheMachine(string text) =>
        [.. text.Split('\n').Where(line => MachineTime().IsMatch(line)).Select(line => line.Trim())];

    private static IEnumerable<Type> TopLevelTypesOf(Assembly assembly) => assembly.GetTypes().Where(type => !type.IsNested);

    private static bool IsPartOfDotNet(string assembly) =>
        File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{assembly}.dll"));

    private static bool IsIn(Type type, string space) => $"{type.Namespace}.".StartsWith($"{space}.", StringComparison.Ordinal);

    private static bool IsWrite(MethodBase call) =>
        call.DeclaringType is { } owner
        && (
            IsIn(owner, "Microsoft.EntityFrameworkCore") || typeof(DbContext).IsAssignableFrom(owner)
                ? WritingVerb().IsMatch(call.Name)
                : call.Name.StartsWith("ExecuteNonQuery", StringComparison.Ordinal)
        );

    [GeneratedRegex("^(SaveChanges|Execute(Update|Delete|Sql)|Add|Update|Remove|Attach)")]
    private static partial Regex WritingVerb();

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(UtcNow|Now|Today)\b")]
    private static partial Regex MachineTime();
}
