using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.Rehearsing;
using Rallies.Web.Settings;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Rehearsals;

/// <summary>The night that a demo's admin has played, watches, and takes off again.</summary>
internal sealed class RehearsalDesk(
    RehearsalStage stage,
    RehearseDay rehearse,
    RehearsedDays rehearsed,
    Visitor visitor,
    RalliesSettings settings
)
{
    /// <summary>Only a demo plays nights.</summary>
    public bool IsDemo => settings.Demo;
    public RehearsalStage Stage => stage;

    public bool IsPlaying(string day) => stage.IsPlaying && stage.Day == day;

    public bool IsRehearsed(string day) => rehearsed.IsOn(day);

    /// <summary>Null when another night is being played.</summary>
    public async Task<CastOutcome?> BeginAsync(string day, RehearsalForm form) =>
        await stage.BeginAsync(await visitor.GrantsAsync(), day, form.ToScale(), default);

    public async Task<Change> RemoveAsync(string day) => await rehearse.RemoveAsync(await visitor.GrantsAsync(), day, default);
}
