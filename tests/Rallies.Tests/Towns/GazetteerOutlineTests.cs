using Rallies.Domain;
using Rallies.Web.Towns;

namespace Rallies.Tests.Towns;

public sealed class GazetteerOutlineTests
{
    [Fact]
    public void Every_British_and_Irish_town_lies_inside_the_box() =>
        Assert.Empty(
            OutsideOf(
                Outline.UnitedKingdom,
                RealGazetteer.Instance.Towns.Where(town => Outline.UnitedKingdom.Covers.Contains(town.Country))
            )
        );

    [Fact]
    public void Every_town_lies_inside_the_box_of_the_world() => Assert.Empty(OutsideOf(Outline.World, RealGazetteer.Instance.Towns));

    [Fact]
    public void Leeds_lies_north_of_London_and_west_of_it()
    {
        var leeds = Outline.UnitedKingdom.Project(RealGazetteer.Instance.Find("leeds")!.Coordinates);
        var london = Outline.UnitedKingdom.Project(RealGazetteer.Instance.Find("london")!.Coordinates);

        Assert.True(leeds.Y < london.Y && leeds.X < london.X);
    }

    [Fact]
    public void The_closest_outline_that_shows_everything_is_taken()
    {
        Assert.Same(Outline.UnitedKingdom, Outline.Covering(["GB", "GB", "IE"]));
        Assert.Same(Outline.World, Outline.Covering(["GB", "DE"]));
    }

    [Fact]
    public void An_outline_is_light()
    {
        Assert.InRange(Compressed(Outline.UnitedKingdom), 5_000, 15_000);
        Assert.InRange(Compressed(Outline.World), 5_000, 40_000);
        Assert.Equal("", Outline.World.Context);
    }

    private static IEnumerable<string> OutsideOf(Outline outline, IEnumerable<Town> towns) =>
        from town in towns
        let point = outline.Project(town.Coordinates)
        where point.X < 0 || point.Y < 0 || point.X > outline.ViewBox[2] || point.Y > outline.ViewBox[3]
        select $"{town.Slug} at {point}";

    private static long Compressed(Outline outline)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(outline.Home + outline.Context));
        return packed.Length;
    }
}
