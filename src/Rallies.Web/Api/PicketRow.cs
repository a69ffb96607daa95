using System.Text.Json.Serialization;
using NodaTime;
using Rallies.Domain.Disputes;
using Rallies.Web.Reads;
using Rallies.Web.Settings;

namespace Rallies.Web.Api;

/// <summary>One day's stand at a picket line.</summary>
/// <param name="Dispute">Its slug.</param>
/// <param name="Place">The gate and the town.</param>
/// <param name="Source">Where the dispute is reported.</param>
public sealed record PicketRow(
    string Dispute,
    string Union,
    string Employer,
    string Place,
    double Latitude,
    double Longitude,
    DateTimeOffset From,
    DateTimeOffset To,
    string TimeZone,
    PicketRow.Standing Status,
    DateTimeOffset LastConfirmed,
    string Source,
    string Url
)
{
    public static PicketRow Of(ListedPicket picket, LocalDate date, Instant now, PublicAddress address)
    {
        var (hours, zone) = (picket.HoursOn(date), picket.Town.Zone);
        return new PicketRow(
            picket.Dispute,
            picket.Union,
            picket.Employer,
            $"{picket.Line.Gate}, {picket.Town.Name}",
            picket.Line.Coordinates.Latitude,
            picket.Line.Coordinates.Longitude,
            hours.Start.InZone(zone).ToDateTimeOffset(),
            hours.End.InZone(zone).ToDateTimeOffset(),
            picket.Town.ZoneId,
            picket.IsCalledOff ? Standing.Cancelled
                : picket.Line.TrustAt(now) is PicketTrust.Confirmed ? Standing.Confirmed
                : Standing.Unconfirmed,
            picket.Line.ConfirmedAt.InZone(zone).ToDateTimeOffset(),
            picket.SourceUrl,
            address.Absolute(Addresses.ForDispute(picket.Dispute))
        );
    }

    /// <summary>Whether somebody will be there.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Standing>))]
    public enum Standing
    {
        [JsonStringEnumMemberName("confirmed")]
        Confirmed,

        /// <summary>Nobody has confirmed it for 7 days.</summary>
        [JsonStringEnumMemberName("unconfirmed")]
        Unconfirmed,

        /// <summary>Its dispute is suspended.</summary>
        [JsonStringEnumMemberName("cancelled")]
        Cancelled,
    }
}
