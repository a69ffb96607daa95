using Rallies.Web.UseCases;

namespace Rallies.Web.Feeds;

/// <summary>Has it noted which personal calendars are asked for, as one that nobody asks for ends: not at each request, which changes nothing.</summary>
internal sealed class PersonalFeedRounds(PersonalFeeds feeds, KeepPersonalCalendar calendars, ILogger<PersonalFeedRounds> logger)
    : Round(TimeSpan.FromHours(1), logger)
{
    protected override Task GoAsync(CancellationToken cancellation) => calendars.NoteUseAsync(feeds.TakeUsed(), cancellation);
}
