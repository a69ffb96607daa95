namespace Rallies.Web.Live;

/// <summary>What a later row of a rally says otherwise than an earlier one.</summary>
internal static class RowDifference
{
    /// <summary>What is not as it was; everything when there was no row.</summary>
    public static RowFields Since(this BoardRow now, BoardRow? before)
    {
        if (before is null)
            return RowFields.All;
        var (count, counted) = (now.Headcount, before.Headcount);
        return If(now.Status != before.Status, RowFields.Status)
            | If(now.StartsAt != before.StartsAt, RowFields.StartsAt)
            | If(now.Open != before.Open, RowFields.Open)
            | If(now.Closed != before.Closed, RowFields.Closed)
            | If(now.Final != before.Final, RowFields.Final)
            | If(count.Kind != counted.Kind, RowFields.Kind)
            | If(count.Low != counted.Low, RowFields.Low)
            | If(count.High != counted.High, RowFields.High)
            | If(count.Entered != counted.Entered, RowFields.Entered)
            | If(count.HereNow != counted.HereNow, RowFields.HereNow)
            | If(count.Peak != counted.Peak, RowFields.Peak)
            | If(count.CheckedIn != counted.CheckedIn, RowFields.CheckedIn)
            | If(now.Pledged != before.Pledged, RowFields.Pledged)
            | If(count.Doors != counted.Doors, RowFields.Doors)
            | If(now.Capacity != before.Capacity, RowFields.Capacity)
            | If(count.Late != counted.Late, RowFields.Late)
            | If(count.AsOf != counted.AsOf, RowFields.AsOf);
    }

    private static RowFields If(bool changed, RowFields field) => changed ? field : RowFields.None;
}
