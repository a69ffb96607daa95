using System.Data;
using Rallies.Domain.Counting;

namespace Rallies.Storage.Counting;

// The columns of CountMapping, in the form in which EF reads them: enums as text, instants as Unix milliseconds.
internal static class CountColumns
{
    public static readonly IReadOnlyList<Column<Tap>> OfTaps =
    [
        new(nameof(Tap.Id), DbType.Guid, t => t.Id),
        new(nameof(Tap.RallyId), DbType.Int32, t => t.RallyId),
        new(nameof(Tap.Kind), DbType.String, t => t.Kind.ToString()),
        new(nameof(Tap.Count), DbType.Int32, t => t.Count),
        new(nameof(Tap.Undoes), DbType.Guid, t => t.Undoes),
        new(nameof(Tap.Low), DbType.Int32, t => t.Low),
        new(nameof(Tap.High), DbType.Int32, t => t.High),
        new(nameof(Tap.Method), DbType.String, t => t.Method),
        new(nameof(Tap.Reason), DbType.String, t => t.Reason),
        new(nameof(Tap.At), DbType.Int64, t => t.At.ToUnixTimeMilliseconds()),
        new(nameof(Tap.Skew), DbType.Int64, t => t.Skew),
        new(nameof(Tap.Offline), DbType.Boolean, t => t.Offline),
        new(nameof(Tap.Device), DbType.Guid, t => t.Device),
        new(nameof(Tap.Door), DbType.String, t => t.Door),
        new(nameof(Tap.GrantId), DbType.Guid, t => t.GrantId),
        new(nameof(Tap.ReceivedAt), DbType.Int64, t => t.ReceivedAt.ToUnixTimeMilliseconds()),
        new(nameof(Tap.TakenIn), DbType.Boolean, t => t.TakenIn),
    ];

    public static readonly IReadOnlyList<Column<CheckIn>> OfCheckIns =
    [
        new(nameof(CheckIn.Id), DbType.Guid, c => c.Id),
        new(nameof(CheckIn.RallyId), DbType.Int32, c => c.RallyId),
        new(nameof(CheckIn.With), DbType.Int32, c => c.With),
        new(nameof(CheckIn.At), DbType.Int64, c => c.At?.ToUnixTimeMilliseconds()),
        new(nameof(CheckIn.Skew), DbType.Int64, c => c.Skew),
        new(nameof(CheckIn.ReceivedAt), DbType.Int64, c => c.ReceivedAt.ToUnixTimeMilliseconds()),
        new(nameof(CheckIn.IsSure), DbType.Boolean, c => c.IsSure),
    ];
}
