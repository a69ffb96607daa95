using System.Text.Json;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Counting;

namespace Rallies.Web.Api;

/// <summary>Makes taps of what a phone sent. Whatever cannot be read is that tap's fault alone.</summary>
internal sealed class TapReading(int rallyId, Guid? device, string door, Guid? grantId, Instant receivedAt)
{
    private static readonly Dictionary<string, TapKind> kinds = Enum.GetValues<TapKind>()
        .ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), StringComparer.Ordinal);

    public SentTap Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return new(null, null, Refusal.BadId);
        var sentId = json.Text("id");
        if (device is not { } from || json.Id("id") is not { } id)
            return new(sentId, null, Refusal.BadId);
        if (!kinds.TryGetValue(json.Text("kind") ?? "", out var kind))
            return new(sentId, null, Refusal.BadKind);
        if (!TryPeople(json, kind, out var count, out var low, out var high))
            return new(sentId, null, Refusal.BadCount);
        if (!json.TryTime("at", out var at) || at is null || !json.TrySkew("skew", out var skew) || !IsPlaceable(at.Value, skew))
            return new(sentId, null, Refusal.BadTime);
        return new(
            sentId,
            new Tap
            {
                Id = id,
                RallyId = rallyId,
                Kind = kind,
                Count = count,
                Undoes = kind == TapKind.Undo ? json.Id("undoes") : null,
                Low = low,
                High = high,
                Method = kind == TapKind.Estimate ? json.TextUpTo("method", Tap.MaxMethodLength) : "",
                Reason = kind == TapKind.Correction ? json.TextUpTo("reason", Tap.MaxReasonLength) : "",
                At = at.Value,
                Skew = skew,
                Offline = json.Has("offline", out var offline) && offline.ValueKind == JsonValueKind.True,
                Device = from,
                Door = door,
                GrantId = grantId,
                ReceivedAt = receivedAt,
            },
            null
        );
    }

    // Numbers that do not belong to a kind are not read: they mean nothing there.
    private static bool TryPeople(JsonElement json, TapKind kind, out int count, out int? low, out int? high)
    {
        (count, low, high) = (1, null, null);
        if (kind is TapKind.In or TapKind.Out)
        {
            var isNumber = json.TryNumber("count", 1, out var people);
            count = people ?? 0;
            return isNumber;
        }
        return kind == TapKind.Undo || (json.TryNumber("low", null, out low) && json.TryNumber("high", null, out high));
    }

    private static bool IsPlaceable(Instant at, long skew) =>
        at.ToUnixTimeMilliseconds() + skew is var placed
        && placed > Instant.MinValue.ToUnixTimeMilliseconds()
        && placed < Instant.MaxValue.ToUnixTimeMilliseconds();
}
