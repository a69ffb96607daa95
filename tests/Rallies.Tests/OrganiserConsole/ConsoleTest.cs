using Bunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Web.OrganiserConsole;
using Rallies.Web.OrganiserConsole.OneRally;
using Rallies.Web.Words;

namespace Rallies.Tests.OrganiserConsole;

/// <summary>A page of the console for one component: its words, a clock at noon on 1 June 2028, a browser that agrees to everything.</summary>
public abstract class ConsoleTest : BunitContext
{
    protected ConsoleTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./assets/console.js").Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddDataProtection();
        Services.AddSingleton<Said>().AddSingleton<IClock>(FakeClock.At("Europe/London", new(2028, 6, 1, 12, 0)));
        Services.AddScoped<ConsoleScript>().AddScoped<Drafts>();
        Services.AddScoped<Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage.ProtectedLocalStorage>();
    }
}
