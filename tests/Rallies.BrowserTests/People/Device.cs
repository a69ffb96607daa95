using Microsoft.Playwright;

namespace Rallies.BrowserTests.People;

/// <summary>What a person holds: <c>Device.Phone.InTheDark().WithoutScript()</c>. Sizes in CSS pixels.</summary>
public sealed record Device(string Name, int Width, int Height, bool Touch)
{
    public static Device Phone { get; } = new("phone", 390, 844, Touch: true);
    public static Device Desktop { get; } = new("desktop", 1280, 800, Touch: false);

    public static Device Projector { get; } = new("projector", 1920, 1080, Touch: false);

    public bool Dark { get; private init; }
    public bool Script { get; private init; } = true;
    public string Language { get; private init; } = "en-GB";

    public Device Of(int width, int height) => this with { Name = $"{Name}-{width}", Width = width, Height = height };

    public Device InTheDark() => this with { Name = $"{Name}-dark", Dark = true };

    public Device WithoutScript() => this with { Name = $"{Name}-without-script", Script = false };

    public Device Speaking(string language) => this with { Name = $"{Name}-{language}", Language = language };

    public override string ToString() => Name;

    internal BrowserNewContextOptions Options(Uri site) =>
        new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = Width, Height = Height },
            HasTouch = Touch,
            IsMobile = Touch,
            ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = Script,
            Locale = Language,
        };
}
