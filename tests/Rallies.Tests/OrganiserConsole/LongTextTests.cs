using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rallies.Tests.Site;
using Rallies.Web.Hubs;

namespace Rallies.Tests.OrganiserConsole;

/// <summary>A message above the limit ends a circuit, and what was typed in it is gone.</summary>
public sealed class LongTextTests
{
    [Fact]
    public async Task The_console_takes_a_whole_evenings_rescue_codes_and_the_live_hub_short_questions_only()
    {
        await using var site = new RalliesSite();

        Assert.Equal(1024 * 1024, Most(site, Circuits));
        Assert.Equal(4 * 1024, Most(site, typeof(LiveHub)));
    }

    // The hub of Blazor's circuits, which is nobody's to name.
    private static Type Circuits =>
        typeof(Microsoft.AspNetCore.Components.Server.CircuitOptions).Assembly.GetType(
            "Microsoft.AspNetCore.Components.Server.ComponentHub",
            throwOnError: true
        )!;

    private static long? Most(RalliesSite site, Type hub)
    {
        var options = site.Services.GetRequiredService(typeof(IOptions<>).MakeGenericType(typeof(HubOptions<>).MakeGenericType(hub)));
        return ((IOptions<HubOptions>)options).Value.MaximumReceiveMessageSize;
    }
}
