using Rallies.Web.Access;
using Rallies.Web.Announcing;
using Rallies.Web.Api;
using Rallies.Web.Commands;
using Rallies.Web.Counting;
using Rallies.Web.Demo;
using Rallies.Web.Door;
using Rallies.Web.Feeds;
using Rallies.Web.Guards;
using Rallies.Web.Hubs;
using Rallies.Web.Importing;
using Rallies.Web.Mail;
using Rallies.Web.Metrics;
using Rallies.Web.OrganiserConsole;
using Rallies.Web.Public;
using Rallies.Web.Reads;
using Rallies.Web.Rehearsing;
using Rallies.Web.Settings;
using Rallies.Web.Stage;
using Rallies.Web.Start;
using Rallies.Web.Streams;
using Rallies.Web.Towns;
using Rallies.Web.UseCases;
using Rallies.Web.Words;

if (AdminCommands.AreMeant(args))
    return await AdminCommands.RunAsync(args);

try
{
    var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));
    builder.WebHost.UseStaticWebAssets();
    builder.Logging.KeepPathsOut();
    var settings = builder.AddSettings();

    builder.Services.AddStorage(settings);
    builder.Services.AddWords();
    builder.Services.AddGuards(settings);
    builder.Services.AddAccess();
    builder.Services.AddMail();
    builder.Services.AddTowns();
    builder.Services.AddImporting();
    builder.Services.AddUseCases();
    builder.Services.AddSiteMetrics();
    builder.Services.AddCounting();
    builder.Services.AddStage();
    builder.Services.AddAnnouncing();
    builder.Services.AddLive();
    builder.Services.AddReads();
    builder.Services.AddApi();
    builder.Services.AddFeeds();
    builder.Services.AddPublicPages();
    builder.Services.AddDoor();
    builder.Services.AddConsole();
    builder.Services.AddDemo();
    builder.Services.AddRehearsing();

    var app = builder.Build();

    app.UseProxies(settings);
    app.UseFeeds();
    app.UseStreams();
    app.UseFirstGuards();
    app.UseRouting(); // and the end of the way for what is Bare
    app.UseWords();
    app.UseGuards();
    app.UseCors();
    app.UseAccess();
    app.UseOrganiseGate();
    app.UseConsoleLanguage();
    app.UseAntiforgery();

    app.MapStaticAssets();
    app.MapHealth();
    app.MapMetrics();
    app.MapPrivateLinks();
    app.MapOrganiseGate();
    app.MapConsole();
    app.MapApi();
    app.MapCountingApi();
    app.MapLive();
    app.MapPublicPages();
    app.MapDoor();
    app.MapStage();

    app.CheckAddresses();
    await app.OpenDataAsync(settings);
    await app.OpenDemoAsync(settings);
    await app.ListenAsync();
    return 0;
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
