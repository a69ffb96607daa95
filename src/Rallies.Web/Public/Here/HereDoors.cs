using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Counting;
using Rallies.Web.Live;
using Rallies.Web.Reads;
using Rallies.Web.Stage;
using Rallies.Web.Words;

namespace Rallies.Web.Public.Here;

/// <summary>Decides which page of "I'm here" somebody sees.</summary>
internal sealed class HereDoors(EveningReads evening, RallyReads rallies, Stages stages, LiveBoard board, IClock clock)
{
    public Task<NamedRally?> NameAsync(string day, string town, CancellationToken cancellation) =>
        evening.NameAsync(day, town, cancellation);

    /// <summary>Null while people can check in.</summary>
    public WhyShut? Shut(CountedRally rally)
    {
        var now = clock.GetCurrentInstant();
        return rally.IsCancelled ? WhyShut.CalledOff
            : rally.Status == RallyStatus.Postponed ? WhyShut.Postponed
            : now < rally.Hours.HereOpensAt ? WhyShut.NotYet
            : now < rally.Hours.HereEndsAt ? null
            : rally.Hours.ClosedAt is null ? WhyShut.Ended
            : WhyShut.Closed;
    }

    public HereForm Form(HttpContext http, NamedRally name, CountedRally rally, HereAnswers? answers = null)
    {
        var now = clock.GetCurrentInstant();
        var known = answers?.FormId is not null;
        answers = (answers ?? new HereAnswers()) with { Id = known ? answers!.Id : NewId(now) };
        var action = SameLanguage.In(http.Request, Addresses.ForHere(name.Day, name.Town));
        return new HereForm(name, action, rally.Hours.Rally.Contains(now), rally.AsksForCode, answers);
    }

    public async Task<IResult> ShutAsync(WhyShut why, NamedRally name, RallyCount rally, int status, CancellationToken cancellation)
    {
        var shown = why is WhyShut.CalledOff or WhyShut.Postponed ? await rallies.FindAsync(name.Day, name.Town, cancellation) : null;
        var shut = new HereShut(name, why, rally.Rally.Hours, rally.Row, clock.GetCurrentInstant(), shown);
        return PublicPage.Show<HereShutPage>(shut, status);
    }

    public IResult Counted(NamedRally name, RallyCount rally, int? others)
    {
        var now = clock.GetCurrentInstant();
        var stage = stages.Of(name.Day, name.Town);
        var country = board.Find(name.Day)?.Total ?? BoardTotal.Of([]);
        return PublicPage.Show<HereCountedPage>(new HereCounted(name, others, rally.Row, country, stage, now));
    }

    private static string NewId(Instant now) => Guid.CreateVersion7(now.ToDateTimeOffset()).ToString("D");
}
