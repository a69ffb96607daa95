using Rallies.Domain.Counting;
using Rallies.Web.Public.Forms;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Here;

/// <summary>The form of "I'm here".</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="IsOn">The rally has begun and not ended.</param>
/// <param name="AsksForCode">The organisers want the code on the square's screen.</param>
public sealed record HereForm(NamedRally Rally, string Action, bool IsOn, bool AsksForCode, HereAnswers Answers)
{
    // With the code a phone may speak for more; whoever brings a coach sends it on its own phones.
    private const int MostShown = 11;

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public bool ShowsCode => AsksForCode || Answers.Code.Length > 0 || Faults.Any(f => f.Field == "code");

    /// <summary>The choices, in others beside oneself.</summary>
    public IEnumerable<int> Choices => Enumerable.Range(0, 1 + (ShowsCode ? MostShown : CheckIn.MaxWithoutCode));
}
