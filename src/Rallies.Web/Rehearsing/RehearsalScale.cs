namespace Rallies.Web.Rehearsing;

/// <summary>How large a night is played.</summary>
/// <param name="Towns">1 to 500; the largest of those open for counting.</param>
/// <param name="People">Everybody who comes, in all towns: 1 to 500,000.</param>
/// <param name="Lasts">From the first arrival to the last: 5 seconds to 12 hours.</param>
public sealed record RehearsalScale(int Towns, int People, TimeSpan Lasts)
{
    public const int MostTowns = 500;
    public const int MostPeople = 500_000;
    public const int MostMinutes = 720;

    public static RehearsalScale OfMinutes(int towns, int people, int minutes) => new(towns, people, TimeSpan.FromMinutes(minutes));
}
