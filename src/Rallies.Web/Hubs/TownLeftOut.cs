using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Rallies.Web.Hubs;

/// <summary>
/// JSON over the hub, in which <c>Watch(day)</c> means <c>Watch(day, null)</c>: SignalR itself knows no optional arguments, and
/// the contract has one.
/// </summary>
internal sealed class TownLeftOut(IHubProtocol json) : IHubProtocol
{
    public string Name => json.Name;
    public int Version => json.Version;
    public TransferFormat TransferFormat => json.TransferFormat;

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        var again = input;
        if (!json.TryParseMessage(ref input, binder, out message))
            return false;
        if (message is InvocationBindingFailureMessage { Target: var target } && IsWatch(target))
            message = WithoutTown(again, binder) ?? message;
        return true;
    }

    private InvocationMessage? WithoutTown(ReadOnlySequence<byte> input, IInvocationBinder binder) =>
        json.TryParseMessage(ref input, new DayOnly(binder), out var message)
        && message is InvocationMessage { Arguments: [string day] } watch
            ? new InvocationMessage(watch.InvocationId, watch.Target, [day, null]) { Headers = watch.Headers }
            : null;

    private static bool IsWatch(string target) => string.Equals(target, nameof(LiveHub.Watch), StringComparison.OrdinalIgnoreCase);

    private sealed class DayOnly(IInvocationBinder binder) : IInvocationBinder
    {
        public Type GetReturnType(string invocationId) => binder.GetReturnType(invocationId);

        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [typeof(string)];

        public Type GetStreamItemType(string streamId) => binder.GetStreamItemType(streamId);
    }
}
