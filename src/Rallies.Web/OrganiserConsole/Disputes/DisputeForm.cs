using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Web.OrganiserConsole.Parts;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Disputes;

/// <summary>A dispute, as typed.</summary>
public sealed record DisputeForm : IForm
{
    public string Union { get; set; } = "";
    public string Employer { get; set; } = "";
    public DisputeStage Stage { get; set; } = DisputeStage.Action;
    public string Source { get; set; } = "";
    public string Demands { get; set; } = "";
    public string Help { get; set; } = "";
    public string StrikeFund { get; set; } = "";
    public string Petition { get; set; } = "";

    public static DisputeForm Of(Dispute dispute) =>
        new()
        {
            Union = dispute.Union,
            Employer = dispute.Employer,
            Stage = dispute.Stage,
            Source = dispute.SourceUrl,
            Demands = dispute.Demands,
            Help = dispute.Help,
            StrikeFund = dispute.StrikeFundUrl ?? "",
            Petition = dispute.PetitionUrl ?? "",
        };

    public IEnumerable<FormFault> Check()
    {
        if (string.IsNullOrWhiteSpace(Union))
            yield return new("dispute-union", "fault.union");
        if (string.IsNullOrWhiteSpace(Employer))
            yield return new("dispute-employer", "fault.employer");
        if (!WebAddress.IsAcceptable(Source))
            yield return new("dispute-source", "fault.source");
        foreach (var tooLong in TooLong())
            yield return tooLong;
        if (!string.IsNullOrWhiteSpace(StrikeFund) && !WebAddress.IsAcceptable(StrikeFund))
            yield return new("dispute-fund", "fault.link");
        if (!string.IsNullOrWhiteSpace(Petition) && !WebAddress.IsAcceptable(Petition))
            yield return new("dispute-petition", "fault.link");
    }

    public KeepDisputes.DisputeAsked ToDispute() => new(Union, Employer, Stage, Source, Demands, Help, StrikeFund, Petition);

    private IEnumerable<FormFault> TooLong() =>
        new[]
        {
            FormFault.IfLonger("dispute-union", Union, Dispute.MaxNameLength),
            FormFault.IfLonger("dispute-employer", Employer, Dispute.MaxNameLength),
            FormFault.IfLonger("dispute-demands", Demands, Dispute.MaxTextLength),
            FormFault.IfLonger("dispute-help", Help, Dispute.MaxTextLength),
        }.OfType<FormFault>();
}
