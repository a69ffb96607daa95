using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Pledges;
using Rallies.Web.UseCases;

namespace Rallies.Web.Demo;

/// <summary>People who said they would come, in the weeks before.</summary>
internal sealed class DemoPledges(PledgeSecrets secrets, Instant now)
{
    public IEnumerable<Pledge> Of(Rally rally)
    {
        var dice = new Dice($"{rally.Slug} {rally.DayId} pledges");
        for (var left = dice.Between(4, 16); left > 0; left--)
        {
            var id = dice.Id();
            yield return new Pledge(
                id,
                rally.Id,
                dice.Between(0, dice.Of([1, 4, Pledge.MostBringing])),
                secrets.OfPledge(id).Hash(),
                now - Duration.FromHours(dice.Between(2, 400))
            );
        }
    }
}
