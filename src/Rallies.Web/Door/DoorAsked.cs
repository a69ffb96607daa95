using Microsoft.AspNetCore.WebUtilities;
using Rallies.Domain.Counting;
using Rallies.Web.Public.Forms;
using Rallies.Web.Words;

namespace Rallies.Web.Door;

/// <summary>Which door a page counts for. It stands in the page's own address, so that a reload forgets nothing.</summary>
/// <param name="Name">As typed; null before anybody was asked, empty for a door without a name.</param>
/// <param name="Device">Made afresh with each page: it tells this page's taps from others', and nothing about a person or a phone.</param>
public sealed record DoorAsked(string? Name, Guid Device)
{
    public bool IsTooLong => Name is { Length: > Tap.MaxDoorLength };

    /// <summary>Cut, as a tap must not be lost for an odd word.</summary>
    public string NameCut => Name is not { Length: > Tap.MaxDoorLength } ? Name ?? "" : Name[..Whole(Name)];

    public static DoorAsked Of(IQueryCollection query) => Of(query["door"].FirstOrDefault(), query["device"].FirstOrDefault());

    public static DoorAsked Of(IFormCollection form) => Of(form["door"].FirstOrDefault() ?? "", form["device"].FirstOrDefault());

    /// <summary>The page's address, in the reader's language.</summary>
    public string Address(HttpRequest request, string day, string town) =>
        SameLanguage.In(
            request,
            QueryHelpers.AddQueryString(
                Addresses.ForDoor(day, town),
                new Dictionary<string, string?> { ["door"] = NameCut, ["device"] = Device.ToString("D") }
            )
        );

    private static DoorAsked Of(string? name, string? device) =>
        new(
            name is null ? null : Typed.Line(name),
            Guid.TryParseExact(device, "D", out var id) && id != Guid.Empty ? id : Guid.CreateVersion7()
        );

    private static int Whole(string name) => char.IsHighSurrogate(name[Tap.MaxDoorLength - 1]) ? Tap.MaxDoorLength - 1 : Tap.MaxDoorLength;
}
