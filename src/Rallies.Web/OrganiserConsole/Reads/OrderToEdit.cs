using Rallies.Domain.Speakers;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Who speaks when at a rally, and who is known from elsewhere.</summary>
/// <param name="Speakers">By name; the same name may stand there twice, for two organisations.</param>
public sealed record OrderToEdit(RunningOrder Order, IReadOnlyList<Speaker> Speakers);
