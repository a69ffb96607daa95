using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Tests.Engines;
using Rallies.Web.Counting;

namespace Rallies.Tests.Counting;

public sealed class CountWriterTests
{
    private readonly Door north = new("North");
    private readonly Door south = new("South");

    [Theory, EveryEngine]
    public async Task What_was_answered_is_there_after_a_restart(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        await night.Send(night.Leeds, north.In(40, 0), south.In(12, 1), north.Out(5, 2), south.Estimate(100, 120, 3));
        await night.Arrive(night.Leeds, night.Here(with: 2));
        var before = night.Leeds.Row;

        await night.Restart();

        Assert.Equal(before, night.Leeds.Row);
        Assert.Equal(before, night.Board.Find("3rd-june")!.Rows["leeds"]);
        Assert.Equal(
            (FigureKind.Counted, 52, 47, 3),
            (before.Headcount.Kind, before.Headcount.Peak, before.Headcount.HereNow, before.Headcount.CheckedIn)
        );
    }

    [Theory, EveryEngine]
    public async Task A_retried_tap_counts_once(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var tap = north.In(7, 0);

        var first = await night.Send(night.Leeds, tap);
        var again = await night.Send(night.Leeds, tap with { ReceivedAt = tap.ReceivedAt + Duration.FromMinutes(3) });
        await night.Restart();
        var afterwards = await night.Send(night.Leeds, tap, tap);

        Assert.Equal([tap.Id], first.Recorded);
        Assert.Equal([tap.Id], again.Known);
        Assert.Equal([tap.Id, tap.Id], afterwards.Known);
        Assert.Equal(7, night.Leeds.Row.Headcount.Entered);
    }

    [Theory, EveryEngine]
    public async Task An_id_with_other_content_is_refused_and_holds_up_nobody(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var tap = north.In(7, 0);
        await night.Send(night.Leeds, tap);

        var answer = await night.Send(night.Leeds, tap with { Count = 8 }, north.In(1, 1));
        var elsewhere = await night.Send(night.Goole, tap, north.In(2, 1));

        Assert.Equal([new(tap.Id.ToString(), Refusal.IdReused)], answer.Refusals);
        Assert.Single(answer.Recorded);
        Assert.Equal([new(tap.Id.ToString(), Refusal.IdReused)], elsewhere.Refusals);
        Assert.Equal((8, 2), (night.Leeds.Row.Headcount.Entered, night.Goole.Row.Headcount.Entered));
    }

    [Theory, EveryEngine]
    public async Task Versions_rise_by_one_a_commit_and_are_those_of_the_database(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);

        await night.Send(night.Leeds, north.In(1, 0));
        await night.Send(night.Goole, south.In(1, 0));

        Assert.Equal(2, await night.StoredVersion());
        Assert.Equal(2, night.Board.Find("3rd-june")!.Version);
        Assert.Equal((1, 2), (night.Leeds.Row.Version, night.Goole.Row.Version));
    }

    [Theory, EveryEngine]
    public async Task What_changes_nothing_raises_no_version(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var tap = north.In(1, 0);
        await night.Send(night.Leeds, tap);

        await night.Send(night.Leeds, tap, north.In(99, 0));

        Assert.Equal(1, await night.StoredVersion());
    }

    [Theory, EveryEngine]
    public async Task Hundreds_at_once_are_each_counted_once(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var people = Enumerable.Range(0, 700).Select(n => night.Here(with: n % 3)).ToList();

        var answers = await Task.WhenAll(people.Concat(people).Select(p => night.Arrive(night.Leeds, p)));

        Assert.Equal(700, answers.Count(a => a.Outcome == CheckInOutcome.CheckedIn));
        Assert.Equal(700, answers.Count(a => a.Outcome == CheckInOutcome.AlreadyCheckedIn));
        Assert.Equal(700, await night.StoredEntries());
        Assert.Equal(people.Sum(p => p.People), night.Leeds.Row.Headcount.CheckedIn);
    }

    [Theory, EveryEngine]
    public async Task What_others_commit_is_shown_even_if_a_tap_came_in_between(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        await night.Run("""UPDATE "Days" SET "Version" = 1; UPDATE "Rallies" SET "Version" = 1, "Capacity" = 500 WHERE "Slug" = 'goole'""");

        await night.Send(night.Leeds, north.In(3, 0));

        var board = night.Board.Find("3rd-june")!;
        Assert.Equal((2, 500, 1), (board.Version, board.Rows["goole"].Capacity, board.Rows["goole"].Version));
    }

    [Theory, EveryEngine]
    public async Task A_closed_count_stands_whatever_is_tapped_afterwards(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        await night.Send(night.Leeds, north.In(40, 0));
        await night.Change("leeds", rally => rally.CloseCounting(Door.Six + Duration.FromMinutes(5)));

        await night.Send(night.Leeds, north.In(9, 6), north.In(2, 4));

        var row = night.Leeds.Row;
        Assert.Equal((true, false, 42, 1), (row.Closed, row.Open, row.Headcount.High, row.Headcount.Late));
        Assert.Equal(
            CheckInOutcome.Ended,
            (await night.Arrive(night.Leeds, night.Here() with { ReceivedAt = Door.Six + Duration.FromMinutes(6) })).Outcome
        );
    }

    [Theory, EveryEngine]
    public async Task Once_the_code_is_asked_for_those_without_it_raise_the_upper_figure_only(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        await night.Arrive(night.Leeds, night.Here());
        await night.Change("leeds", rally => rally.AskForCode(night.Clock.Now));

        await night.Arrive(night.Leeds, night.Here(with: 1));
        await night.Arrive(night.Leeds, night.Here(with: 9), CodeGiven.Right);

        Assert.Equal((11, 13, 13), (night.Leeds.Row.Headcount.Low, night.Leeds.Row.Headcount.High, night.Leeds.Row.Headcount.CheckedIn));
        Assert.Equal(CheckInOutcome.TooManyWithoutCode, (await night.Arrive(night.Leeds, night.Here(with: 6))).Outcome);
        Assert.Equal(CheckInOutcome.WrongCode, (await night.Arrive(night.Leeds, night.Here(), CodeGiven.Wrong)).Outcome);
    }

    [Theory, EveryEngine]
    public async Task A_check_in_sent_again_gets_its_first_answer_whatever_has_changed(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var here = night.Here(with: 3);
        await night.Arrive(night.Leeds, here);
        await night.Restart();

        var wrongByNow = await night.Arrive(night.Leeds, here, CodeGiven.Wrong);
        var hoursLater = await night.Arrive(night.Leeds, here with { ReceivedAt = Door.Six + Duration.FromHours(9) });
        var other = await night.Arrive(night.Leeds, here with { With = 4 });

        Assert.Equal(
            [CheckInOutcome.AlreadyCheckedIn, CheckInOutcome.AlreadyCheckedIn, CheckInOutcome.IdReused],
            [wrongByNow.Outcome, hoursLater.Outcome, other.Outcome]
        );
    }

    [Theory, EveryEngine]
    public async Task A_phone_offline_for_hours_brings_its_whole_queue(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var queue = Enumerable
            .Range(0, 500)
            .Select(n => north.In(1 + n % 50, n % 110) with { Offline = true, ReceivedAt = Door.Six + Duration.FromHours(5) })
            .ToArray();

        var answer = await night.Send(night.Leeds, queue);
        var again = await night.Send(night.Leeds, queue);

        Assert.Equal((500, 500), (answer.Recorded.Count, again.Known.Count));
        Assert.Equal(queue.Sum(t => t.Count), night.Leeds.Row.Headcount.Entered);
    }

    [Theory, EveryEngine]
    public async Task Doors_open_on_the_board_when_their_hour_comes(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        night.Clock.Now = Door.Six - Duration.FromHours(3);
        await night.Restart();
        Assert.Equal(0, night.Board.Find("3rd-june")!.Total.Live);

        night.Clock.Now = Door.Six - Duration.FromHours(2);
        await night.Writer.DoAsync(new Turning(night.Book.Turned(night.Clock.Now)), TestContext.Current.CancellationToken);

        Assert.Equal((2, 1), (night.Board.Find("3rd-june")!.Total.Live, night.Board.Find("3rd-june")!.Version));
        Assert.Empty(night.Book.Turned(night.Clock.Now));
    }

    [Theory, EveryEngine]
    public async Task A_hidden_rally_leaves_the_board_and_comes_back(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        await night.Send(night.Leeds, north.In(40, 0));

        await night.Change("leeds", rally => rally.Hide("Not a rally", night.Clock.Now));
        Assert.Equal(["goole"], night.Board.Find("3rd-june")!.Rows.Keys);
        Assert.Equal(0, night.Board.Find("3rd-june")!.Total.High);
        Assert.Null(night.Book.Find("3rd-june", "leeds"));

        await night.Change("leeds", rally => rally.Restore("It was", night.Clock.Now));
        Assert.Equal(40, night.Board.Find("3rd-june")!.Total.High);
    }
}
