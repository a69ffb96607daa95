using NodaTime;
using Rallies.Calendars.Reading;
using Rallies.Domain;
using Rallies.Storage;
using Rallies.Web.Towns;
using Rallies.Web.Words;

namespace Rallies.Web.Importing;

/// <summary>Reads a calendar and plans what importing it does. Nothing that the calendar names is fetched, and nothing is stored.</summary>
public sealed class ImportReading(Gazetteer gazetteer, Said said, IClock clock)
{
    /// <summary>As many as somebody can look through, and one transaction can store.</summary>
    public const int MostEvents = 2_000;

    /// <summary>The zone proposed where the calendar names none.</summary>
    private static readonly DateTimeZone Proposed = DateTimeZoneProviders.Tzdb["Europe/London"];

    public CalendarFile Read(ImportRequest request, CancellationToken cancellation)
    {
        var answers = request.Answers;
        var options = new ReadingOptions
        {
            Today = clock.GetCurrentInstant().InZone(answers.Zone ?? Proposed).Date,
            DefaultZone = answers.Zone ?? Proposed,
            AskedZone = answers.Zone,
            TrustsOwnRules = answers.TrustsOwnRules ?? false,
            Limits = new ReadingLimits { Octets = CalendarFetch.MostOctets, OccasionsPerFile = MostEvents },
        };
        if (answers.Length is { } length)
            options = options with { ProposedLength = length };
        return CalendarFile.Read(request.Octets, options, cancellation);
    }

    /// <summary>Whose calendar it is: as asked, or as it calls itself, or where it came from.</summary>
    public static Slug SourceOf(ImportRequest request, CalendarFile file) =>
        Slug.From(request.Source) ?? Slug.From(file.Name) ?? Slug.From(request.CameFrom) ?? new Slug("calendar");

    /// <summary>Changes nothing in the database, and reads it as the context's transaction sees it.</summary>
    public async Task<ImportPlan> PlanAsync(
        RalliesContext context,
        ImportRequest request,
        CalendarFile file,
        CancellationToken cancellation
    )
    {
        var source = SourceOf(request, file);
        var plan = new ImportPlan(source.Value)
        {
            IsRefused = file.IsRefused,
            Ignored = file.Ignored,
            Unreadable = file.Complaints.Count(c => c.Severity == Severity.Event),
            Notes = [.. file.Complaints.Where(c => c.Severity != Severity.Question).Select(ImportNote.Of)],
        };
        if (file.IsRefused)
            return plan;
        var state = await ImportState.ReadAsync(context, source, file, cancellation);
        var planning = new EventPlanning(gazetteer, said, state, request.Answers, clock.GetCurrentInstant());
        return plan with { Events = [.. file.Events.Select(planning.Plan)] };
    }
}
