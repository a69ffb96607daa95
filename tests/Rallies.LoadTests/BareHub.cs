using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Rallies.LoadTests;

/// <summary>The baseline for viewers: a SignalR hub and nothing else, which sends to all what the site's stream says, as it comes.</summary>
internal sealed class BareHub : Hub
{
    public const string Path = "/hub";
    private static volatile Text snapshot = new("{}");

    /// <summary>Joins as at the site: everybody hears everything.</summary>
    public Text Watch()
    {
        ArgumentNullException.ThrowIfNull(Context);
        return snapshot;
    }

    public static async Task ServeAsync(string port, string site)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(options => options.Listen(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)));
        builder.Services.AddRoutingCore().AddSignalR();
        await using var app = builder.Build();
        app.UseWebSockets();
        app.MapHub<BareHub>(Path);
        app.MapGet("/", () => "ready");
        await app.StartAsync();
        var everybody = app.Services.GetRequiredService<IHubContext<BareHub>>().Clients.All;
        await foreach (var frame in FrameReader.FramesAsync(int.Parse(site, CultureInfo.InvariantCulture), default))
            if (snapshot.Json == "{}")
                snapshot = new(frame);
            else
                _ = everybody.SendAsync("Counts", new Text(frame));
    }

    /// <summary>JSON that is written as it is.</summary>
    [JsonConverter(typeof(AsItIs))]
    internal sealed record Text(string Json);

    private sealed class AsItIs : JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("It is sent, never taken in.");

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
