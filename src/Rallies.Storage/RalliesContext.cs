using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Announcements;
using Rallies.Domain.Counting;
using Rallies.Domain.Disputes;
using Rallies.Domain.Importing;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Domain.Publishing;
using Rallies.Domain.Speakers;
using Rallies.Storage.Mapping;

namespace Rallies.Storage;

/// <summary>Everything the site remembers. One context an operation, from a factory; the same type on either engine.</summary>
public class RalliesContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<DayOfAction> Days => Set<DayOfAction>();
    public DbSet<Rally> Rallies => Set<Rally>();
    public DbSet<Speaker> Speakers => Set<Speaker>();
    public DbSet<Slot> Slots => Set<Slot>();
    public DbSet<Cue> Cues => Set<Cue>();
    public DbSet<Announcement> Announcements => Set<Announcement>();
    public DbSet<Dispute> Disputes => Set<Dispute>();
    public DbSet<PicketLine> PicketLines => Set<PicketLine>();
    public DbSet<PicketShift> PicketShifts => Set<PicketShift>();
    public DbSet<CalendarEntry> CalendarEntries => Set<CalendarEntry>();
    public DbSet<Pledge> Pledges => Set<Pledge>();
    public DbSet<PersonalCalendar> PersonalCalendars => Set<PersonalCalendar>();
    public DbSet<Tap> Taps => Set<Tap>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<DoorDevice> DoorDevices => Set<DoorDevice>();
    public DbSet<Outbox.WaitingMail> Outbox => Set<Outbox.WaitingMail>();
    public DbSet<ContactConfirmation> Confirmations => Set<ContactConfirmation>();
    public DbSet<ImportedEvent> ImportedEvents => Set<ImportedEvent>();
    public DbSet<ImportedDispute> ImportedDisputes => Set<ImportedDispute>();
    public DbSet<SiteFact> SiteFacts => Set<SiteFact>();
    public DbSet<KeyRingEntry> KeyRing => Set<KeyRingEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Instant>().HaveConversion<InstantToUnixMilliseconds>();
        conventions.Properties<Duration>().HaveConversion<DurationToMinutes>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateToText>().HaveMaxLength(10);
        conventions.Properties<LocalTime>().HaveConversion<LocalTimeToText>().HaveMaxLength(5);
        conventions.Properties<LocalDateTime>().HaveConversion<LocalDateTimeToText>().HaveMaxLength(16);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
    }

    protected override void OnModelCreating(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(RalliesContext).Assembly);
}
