using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Rallies.Web.Words;

namespace Rallies.Web.Door;

/// <summary>What the door's script says: it works for hours without asking the site for a word.</summary>
public sealed class DoorWords(IStringLocalizer<DoorWords> words, IStringLocalizer<Said> times)
{
    private static readonly string[] ofTimes = ["am", "pm", "noon", "midnight"];
    private static readonly JsonSerializerOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All of it in the reader's language, as JSON.</summary>
    public string ForScript() =>
        JsonSerializer.Serialize(
            ofTimes
                .Select(name => (Name: name, times[name].Value))
                .Concat(words.GetAllStrings(includeParentCultures: true).DistinctBy(w => w.Name).Select(w => (w.Name, w.Value)))
                .ToDictionary(w => w.Name, w => w.Value),
            plain
        );
}
