using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Storage;
using Rallies.Storage.Counting;
using Rallies.Storage.Engines;
using Rallies.Tests.Engines;
using Rallies.Web.Counting;
using Rallies.Web.Live;
using Rallies.Web.Metrics;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Counting;

/// <summary>A day of two rallies, Leeds and Goole, at six in the evening, on a real database; it can be shut down and started again.</summary>
internal sealed class CountingNight : IAsyncDisposable
{
    private readonly FreshDatabase place;
    private Happenings happenings = new(NullLogger<Happenings>.Instance);

    private CountingNight(FreshDatabase place, FailingConnections failing)
    {
        this.place = place;
        Failing = failing;
        Address = DatabaseAddress.Read(place.ConnectionString, "");
        var options = new DbContextOptionsBuilder<RalliesContext>().UseDatabase(Address).AddInterceptors(failing).Options;
        Database = new PooledDbContextFactory<RalliesContext>(options);
    }

    public FakeClock Clock { get; } = new(Door.Six);
    public DatabaseAddress Address { get; }
    public IDbContextFactory<RalliesContext> Database { get; }
    public FailingConnections Failing { get; }
    public SiteMeter Meter { get; } = new(new Meter(SiteMeter.Name));

    /// <summary>By which the writer notices that a commit takes long; it stands still unless a test moves it.</summary>
    public SteppedTime Time { get; } = new();
    public LiveBoard Board { get; private set; } = null!;
    public CountBook Book { get; private set; } = null!;
    public CountWriter Writer { get; private set; } = null!;
    public RallyCount Leeds => Book.Find("3rd-june", "leeds")!;
    public RallyCount Goole => Book.Find("3rd-june", "goole")!;

    public static async Task<CountingNight> Start(Engines.Engine engine)
    {
        var night = new CountingNight(await FreshDatabase.On(engine), new FailingConnections());
        await DatabaseStart.MigrateAsync(night.Address, default);
        await using (var context = await night.Database.CreateDbContextAsync())
        {
            var day = new DayOfAction(
                Slug.Parse("3rd-june", null),
                "3rd June",
                new(2027, 6, 3),
                new(18, 0),
                Duration.FromHours(2),
                "Europe/London",
                Door.Six
            );
            context.Days.Add(day);
            await context.SaveChangesAsync();
            foreach (var town in new[] { "leeds", "goole" })
                context.Rallies.Add(
                    new Rally(day, Slug.Parse(town, null), new(town, town, "england", "GB", 53.8, -1.5, "Europe/London"), null, Door.Six)
                );
            await context.SaveChangesAsync();
        }
        await night.Open();
        return night;
    }

    public async Task Restart()
    {
        await Writer.StopAsync(default);
        Writer.Dispose();
        await Open();
    }

    public Task<DoorAnswer> Send(RallyCount rally, params Tap[] taps) => Send(rally, mayCorrect: false, taps);

    public Task<DoorAnswer> Send(RallyCount rally, bool mayCorrect, params Tap[] taps) =>
        Writer.DoAsync(
            new DoorDelivery(
                rally,
                [.. taps.Select(t => new SentTap(t.Id.ToString(), t with { RallyId = rally.Rally.Id }, null))],
                mayCorrect
            ),
            TestContext.Current.CancellationToken
        );

    public Task<CheckInAnswer> Arrive(RallyCount rally, CheckIn checkIn, CodeGiven code = CodeGiven.None) =>
        Writer.DoAsync(new Arrival(rally, checkIn with { RallyId = rally.Rally.Id }, code), TestContext.Current.CancellationToken);

    public CheckIn Here(int with = 0) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RallyId = 0,
            With = with,
            ReceivedAt = Clock.Now,
            IsSure = false,
        };

    /// <summary>As any use case does it: raise the version, change, commit, tell.</summary>
    public async Task Change(string town, Action<Rally> alter)
    {
        await using var context = await Database.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var rally = await context.Rallies.SingleAsync(r => r.Slug == town);
        var version = await context.NextVersionAsync(rally.DayId, default);
        alter(rally);
        rally.SeenAt(version);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        await happenings.TellAsync(new Happening.RallyChanged(rally.DayId, rally.Id));
    }

    public async Task<long> StoredVersion()
    {
        await using var context = await Database.CreateDbContextAsync();
        return await context.Days.Select(d => d.Version).SingleAsync();
    }

    public async Task<int> StoredEntries()
    {
        await using var context = await Database.CreateDbContextAsync();
        return await context.Taps.CountAsync() + await context.CheckIns.CountAsync();
    }

    /// <summary>Somebody else at the database.</summary>
    public async Task Run(string sql)
    {
        await using var context = await Database.CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        Failing.Off();
        await Writer.StopAsync(default);
        Writer.Dispose();
        await place.DisposeAsync();
    }

    private async Task Open()
    {
        happenings = new(NullLogger<Happenings>.Instance);
        Board = new(NullLogger<LiveBoard>.Instance);
        Book = new(new CountReading(Database), Board, Clock);
        Writer = new(Book, new CountJournal(Database), happenings, Meter, Time, NullLogger<CountWriter>.Instance);
        await Writer.StartAsync(default);
    }
}
