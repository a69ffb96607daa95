using Rallies.Domain;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Boards;

/// <summary>A rally on the board: what it is called and where it lies, and what it says.</summary>
public sealed record BoardLine(ListedRally Rally, BoardRow Row)
{
    public bool IsOff => Row.Status is RallyStatus.Cancelled;

    /// <summary>Some town has two: then its second name tells them apart.</summary>
    public string Name => Rally.Name.Length > 0 ? $"{Rally.Town.Name}, {Rally.Name}" : Rally.Town.Name;
}
