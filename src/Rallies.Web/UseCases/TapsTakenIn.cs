using Rallies.Domain.Counting;

namespace Rallies.Web.UseCases;

/// <summary>What became of the taps in some rescue codes.</summary>
/// <param name="Recorded">Taps that were new.</param>
/// <param name="Known">Taps that had been counted already.</param>
/// <param name="Damaged">Codes that could not be read.</param>
/// <param name="Elsewhere">Codes of other rallies, left alone.</param>
internal sealed record TapsTakenIn(int Recorded, int Known, IReadOnlyList<Refusal> Refused, int Damaged, int Elsewhere)
{
    public bool IsNothing => Recorded + Known + Refused.Count + Damaged + Elsewhere == 0;
}
