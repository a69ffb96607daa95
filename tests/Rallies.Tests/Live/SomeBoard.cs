using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Live;

namespace Rallies.Tests.Live;

/// <summary>Believable rows for boards.</summary>
internal static class SomeBoard
{
    private static readonly Instant six = Instant.FromUtc(2027, 6, 3, 17, 0);

    public static BoardRow Row(string town, long version, int counted = 0) =>
        new(
            town,
            version,
            RallyStatus.Confirmed,
            six.WithOffset(Offset.FromHours(1)),
            HasOpened: true,
            Open: true,
            Closed: false,
            Final: false,
            counted == 0
                ? Headcount.Nobody
                : new(FigureKind.CheckedIn, counted, counted, 0, 0, 0, counted, 0, 0, six + Duration.FromSeconds(version)),
            Pledged: 0,
            Capacity: null
        );

    public static DayBoard Day(long version, params BoardRow[] rows) => new("3rd-june", version, rows);

    public static DayBoard And(this DayBoard board, params BoardRow[] rows) =>
        board.With(new(board.Day, rows.Max(r => r.Version), rows, []));
}
