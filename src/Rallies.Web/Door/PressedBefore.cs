using System.Text.Json;
using System.Text.Json.Serialization;
using Rallies.Domain.Counting;

namespace Rallies.Web.Door;

/// <summary>What a page's forms have sent, for its script: whoever was quicker than the script finds it as the phone's own (ts/door/pageBefore.ts).</summary>
internal static class PressedBefore
{
    private static readonly JsonSerializerOptions plain = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>JSON; times in milliseconds by the server's clock.</summary>
    public static string Write(IReadOnlyList<Tap> taps) =>
        JsonSerializer.Serialize(
            taps.Select(t => new
            {
                t.Id,
                t.Kind,
                t.Count,
                t.Undoes,
                t.Low,
                t.High,
                Method = t.Method is { Length: > 0 } method ? method : null,
                At = t.MadeAt.ToUnixTimeMilliseconds(),
            }),
            plain
        );
}
