using System.Reflection;
using System.Reflection.Emit;

namespace Rallies.Tests.Architecture;

/// <summary>What the bodies of a type's methods name, read from their IL: the compiler's own account, lambdas and awaits included.</summary>
internal static class Il
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> opCodes = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<MethodBase> CallsMadeBy(Type type) => MembersNamedBy(type).OfType<MethodBase>().Distinct();

    /// <summary>Every type that the type's own declarations or bodies name.</summary>
    public static IEnumerable<Type> TypesNamedBy(Type type) =>
        Family(type)
            .SelectMany(one => one.GetMembers(Declared).SelectMany(TypesOf).Concat(one.GetInterfaces()).Append(one.BaseType))
            .Concat(MembersNamedBy(type).SelectMany(TypesOf))
            .OfType<Type>()
            .SelectMany(Parts)
            .Distinct();

    // Closures and the state machines of async methods are nested types.
    private static IEnumerable<Type> Family(Type type) => type.GetNestedTypes(Declared).SelectMany(Family).Prepend(type);

    private static IEnumerable<MemberInfo> MembersNamedBy(Type type) =>
        Family(type)
            .SelectMany(one => one.GetMethods(Declared).Concat<MethodBase>(one.GetConstructors(Declared)))
            .SelectMany(MembersNamedBy);

    private static IEnumerable<MemberInfo> MembersNamedBy(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < il.Length; )
        {
            var code = opCodes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            at += OperandSize(code, il, at);
        }
    }

    private static int OperandSize(OpCode code, byte[] il, int at) =>
        code.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
            _ => 4,
        };

    private static IEnumerable<Type?> TypesOf(MemberInfo member) =>
        member switch
        {
            Type type => [type],
            FieldInfo field => [field.FieldType, field.DeclaringType],
            MethodBase method =>
            [
                (method as MethodInfo)?.ReturnType,
                method.DeclaringType,
                .. method.GetParameters().Select(parameter => parameter.ParameterType),
                .. method.IsGenericMethod ? method.GetGenericArguments() : [],
            ],
            _ => [],
        };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GenericTypeArguments.SelectMany(Parts).Prepend(type);
}
