using Rallies.Domain.Disputes;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>A dispute in the admins' list.</summary>
/// <param name="IsWaiting">Proposed, and not accepted yet.</param>
/// <param name="Lines">How many picket lines it has.</param>
public sealed record DisputeLine(string Slug, string Union, string Employer, DisputeStage Stage, bool IsWaiting, int Lines);
