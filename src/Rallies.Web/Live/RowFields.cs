namespace Rallies.Web.Live;

/// <summary>Parts of a rally's row, one bit each: a frame carries those that changed.</summary>
[Flags]
internal enum RowFields
{
    None = 0,
    Status = 1,
    StartsAt = 1 << 1,
    Open = 1 << 2,
    Closed = 1 << 3,
    Final = 1 << 4,
    Kind = 1 << 5,
    Low = 1 << 6,
    High = 1 << 7,
    Entered = 1 << 8,
    HereNow = 1 << 9,
    Peak = 1 << 10,
    CheckedIn = 1 << 11,
    Pledged = 1 << 12,
    Doors = 1 << 13,
    Capacity = 1 << 14,
    Late = 1 << 15,
    AsOf = 1 << 16,
    All = (1 << 17) - 1,
}
