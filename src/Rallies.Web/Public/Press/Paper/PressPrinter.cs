using System.Text;
using NodaTime;
using NodaTime.Text;
using Rallies.Web.Live;
using Rallies.Web.Public.Boards;

namespace Rallies.Web.Public.Press.Paper;

/// <summary>Keeps the last print of each day's press sheet: one is made in a few seconds at most, however many ask.</summary>
internal sealed class PressPrinter(BoardViews boards, LiveBoard live, PressWriter writer, IClock clock)
{
    private static readonly Duration betweenPrints = Duration.FromSeconds(5);
    private static readonly Duration whileNothingChanges = Duration.FromSeconds(30);
    private static readonly InstantPattern minute = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm'Z'");
    private readonly OncePerVersion<PressPrint> prints = new(clock, whileNothingChanges, betweenPrints);

    /// <summary>In the reader's language; null for an unknown day.</summary>
    public async Task<PressPrint?> TakeAsync(string day, CancellationToken cancellation)
    {
        if (live.Find(day) is not { } figures)
            return null;
        var print = await prints.TakeAsync(day, figures.Version, () => PrintAsync(day), cancellation);
        return print.Octets.Length > 0 ? print : null;
    }

    private async Task<PressPrint> PrintAsync(string day)
    {
        if (await boards.LatestAsync(day, CancellationToken.None) is not { } board)
            return PressPrint.Nothing;
        var sheet = writer.Write(board);
        return new PressPrint(
            PressPaper.Of(sheet, PaperMap.Of(board), board.Now),
            ContentTag.Of(Encoding.UTF8.GetBytes(PressText.Of(sheet))),
            minute.Format(board.Now)
        );
    }
}
