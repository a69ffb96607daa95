using Rallies.Domain;

namespace Rallies.Tests.Towns;

public sealed class CoordinatesTests
{
    private static readonly Coordinates Leeds = new(53.7965, -1.5478);
    private static readonly Coordinates Hull = new(53.7446, -0.3353);

    [Fact]
    public void Leeds_to_Hull_is_about_eighty_kilometres()
    {
        var distance = Leeds.DistanceTo(Hull);

        Assert.Equal(79.9, distance.Kilometres, 0.2);
        Assert.Equal(49.7, distance.Miles, 0.2);
        Assert.Equal(distance, Hull.DistanceTo(Leeds));
    }

    [Fact]
    public void A_point_is_no_distance_from_itself() => Assert.Equal(0, Leeds.DistanceTo(Leeds).Metres);

    [Fact]
    public void The_antipodes_are_half_way_round() =>
        Assert.Equal(20_015, new Coordinates(0, 0).DistanceTo(new Coordinates(0, 180)).Kilometres, 1.0);

    [Fact]
    public void The_date_line_is_no_wall() =>
        Assert.Equal(22.2, new Coordinates(0, 179.9).DistanceTo(new Coordinates(0, -179.9)).Kilometres, 0.1);

    [Theory]
    [InlineData(90.1, 0)]
    [InlineData(-90.1, 0)]
    [InlineData(0, 180.1)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    public void A_point_off_the_earth_is_refused(double latitude, double longitude)
    {
        Assert.False(Coordinates.AreValid(latitude, longitude));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Coordinates(latitude, longitude));
    }
}
