using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Rallies.Tests.Architecture.Wrongs;

/// <summary>Names the hub where only IL shows it: in a type argument of a call inside a lambda.</summary>
internal static class ABoardThatKnowsTheHub
{
    public static Func<IServiceProvider, object> Sender => services => services.GetRequiredService<IHubContext<Hub>>().Clients.All;
}
