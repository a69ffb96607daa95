using Rallies.Domain;
using Rallies.Web.OrganiserConsole.Parts;

namespace Rallies.Web.OrganiserConsole.OneRally;

/// <summary>What is known of access, as answered.</summary>
public sealed record AccessForm : IForm
{
    /// <summary>The questions, in the order in which they are asked and shown.</summary>
    public static readonly IReadOnlyList<Question> Questions =
    [
        new("step-free", a => a.StepFree, (a, fact) => a with { StepFree = fact }),
        new("seating", a => a.Seating, (a, fact) => a with { Seating = fact }),
        new("sign-language", a => a.SignLanguage, (a, fact) => a with { SignLanguage = fact }),
        new("hearing-loop", a => a.HearingLoop, (a, fact) => a with { HearingLoop = fact }),
        new("toilets", a => a.Toilets, (a, fact) => a with { Toilets = fact }),
        new("quiet-place", a => a.QuietPlace, (a, fact) => a with { QuietPlace = fact }),
        new("children", a => a.ChildrenWelcome, (a, fact) => a with { ChildrenWelcome = fact }),
        new("childcare", a => a.Childcare, (a, fact) => a with { Childcare = fact }),
    ];

    public Domain.Access Facts { get; set; } = new();
    public string NearestStop { get; set; } = "";

    public static AccessForm Of(Domain.Access access) =>
        new() { Facts = access with { NearestStop = "" }, NearestStop = access.NearestStop };

    public IEnumerable<FormFault> Check()
    {
        if (FormFault.IfLonger("access-stop", NearestStop, Domain.Access.MaxNearestStopLength) is { } tooLong)
            yield return tooLong;
    }

    public Domain.Access ToAccess() => Facts with { NearestStop = NearestStop.Trim() };

    public sealed record Question(string Word, Func<Domain.Access, AccessFact> Read, Func<Domain.Access, AccessFact, Domain.Access> Answer);
}
