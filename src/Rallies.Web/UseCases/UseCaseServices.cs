namespace Rallies.Web.UseCases;

/// <summary>Everything that can change anything.</summary>
internal static class UseCaseServices
{
    public static IServiceCollection AddUseCases(this IServiceCollection services) =>
        services
            .AddSingleton<Happenings>()
            .AddSingleton<RallyChange>()
            .AddSingleton<AnnounceDay>()
            .AddSingleton<StartRally>()
            .AddSingleton<AskToJoin>()
            .AddSingleton<EditRally>()
            .AddSingleton<ModerateRally>()
            .AddSingleton<MergeRallies>()
            .AddSingleton<HandOverRally>()
            .AddSingleton<CloseCounting>()
            .AddSingleton<AskForCode>()
            .AddSingleton<CorrectFigure>()
            .AddSingleton<PrivateLinks>()
            .AddSingleton<DoorDevices>()
            .AddSingleton<TakeInTaps>()
            .AddSingleton<ContactAddress>()
            .AddSingleton<PledgeSecrets>()
            .AddSingleton<AskToConfirm>()
            .AddSingleton<PledgeToCome>()
            .AddSingleton<KeepPledge>()
            .AddSingleton<TellPledged>()
            .AddSingleton<TellCalendars>()
            .AddSingleton<KeepPersonalCalendar>()
            .AddSingleton<ForgetAddresses>()
            .AddSingleton<KeepRunningOrder>()
            .AddSingleton<CueSpeakers>()
            .AddSingleton<Announce>()
            .AddSingleton<DisputeChange>()
            .AddSingleton<KeepDisputes>()
            .AddSingleton<KeepPicketLines>()
            .AddSingleton<KeepShifts>()
            .AddSingleton<ImportEvents>()
            .AddSingleton<ImportStrikeList>()
            .AddSingleton<RememberCalendar>()
            .AddSingleton<RehearseDay>()
            .AddHostedService<ImportRounds>()
            .AddHostedService<ShiftRounds>();
}
