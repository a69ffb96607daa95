using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Storage.Engines;
using Rallies.Tests.Engines;
using Rallies.Tests.Towns;
using Rallies.Web.Access;
using Rallies.Web.Importing;
using Rallies.Web.Mail;
using Rallies.Web.Settings;
using Rallies.Web.UseCases;
using Rallies.Web.Words;
using Engine = Rallies.Tests.Engines.Engine;
using Secret = Rallies.Domain.Permissions.Secret;

namespace Rallies.Tests.UseCases;

/// <summary>The use cases on an engine of their own, with everything real but the clock.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly FreshDatabase fresh;
    private readonly ServiceProvider services;

    private Bench(FreshDatabase fresh, ServiceProvider services) => (this.fresh, this.services) = (fresh, services);

    public FakeClock Clock { get; } = new(Some.Moment + Duration.FromDays(1));
    public IServiceProvider Services => services;
    public Sealing Sealing => Get<Sealing>();

    public static async Task<Bench> On(Engine engine)
    {
        var fresh = await FreshDatabase.On(engine);
        var address = DatabaseAddress.Read(fresh.ConnectionString, "");
        await DatabaseStart.MigrateAsync(address, TestContext.Current.CancellationToken);
        var settings = new RalliesSettings
        {
            DataDirectory = "",
            Database = address,
            PublicUrl = new Uri("https://rallies.example.org"),
        };
        FakeClock? clock = null;
        var services = new ServiceCollection()
            .AddLogging()
            .AddPooledDbContextFactory<RalliesContext>(options => options.UseDatabase(address))
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddSingleton(settings)
            .AddSingleton(new PublicAddress(settings, null!))
            .AddSingleton<IClock>(_ => clock!)
            .AddWords()
            .AddMail()
            .AddSingleton(RealGazetteer.Instance)
            .AddImporting()
            .AddUseCases()
            .AddSingleton<GrantBook>()
            .BuildServiceProvider();
        var bench = new Bench(fresh, services);
        clock = bench.Clock;
        await bench.Get<SiteKey>().LoadAsync(TestContext.Current.CancellationToken);
        return bench;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<RalliesContext> Database() =>
        Get<IDbContextFactory<RalliesContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    public async Task<T> Keep<T>(T thing)
        where T : class
    {
        await using var context = await Database();
        context.Add(thing);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return thing;
    }

    /// <summary>A link that works, held by a browser.</summary>
    public async Task<HeldGrants> Holding(Role role, Rally? rally)
    {
        var grant = await Keep(new Grant(role, rally?.Id, "Amina", Secret.New(), Clock.Now));
        return HeldGrants.None.With(grant.Id);
    }

    /// <summary>Recipient, subject and body of every mail that waits, the oldest first.</summary>
    public async Task<IReadOnlyList<(string Recipient, string Subject, string Body)>> Mails()
    {
        await using var context = await Database();
        var mails = await context.Outbox.AsNoTracking().OrderBy(m => m.Id).ToListAsync(TestContext.Current.CancellationToken);
        return
        [
            .. mails.Select(m => (Sealing.TryOpen(m.SealedRecipient)!, Sealing.TryOpen(m.SealedSubject)!, Sealing.TryOpen(m.SealedBody!)!)),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await fresh.DisposeAsync();
    }
}
