using Rallies.Domain;

namespace Rallies.Tests.Towns;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Newcastle upon Tyne", "newcastle-upon-tyne")]
    [InlineData("King's Lynn", "kings-lynn")]
    [InlineData("Bo’ness", "boness")]
    [InlineData("Betws-y-Coed", "betws-y-coed")]
    [InlineData("  St. Albans ", "st-albans")]
    [InlineData("Gießen", "giessen")]
    [InlineData("Tromsø", "tromso")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Đà Nẵng", "da-nang")]
    [InlineData("Þorlákshöfn", "thorlakshofn")]
    [InlineData("Ærø", "aero")]
    [InlineData("İzmir", "izmir")]
    [InlineData("Diyarbakır", "diyarbakir")]
    public void A_name_is_folded(string name, string slug) => Assert.Equal(slug, Slug.From(name)?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Y")]
    [InlineData("лес")]
    [InlineData("🎺 – ‘’")]
    public void Nothing_Latin_leaves_no_slug(string? name) => Assert.Null(Slug.From(name));

    [Fact]
    public void A_long_name_is_cut_at_sixty_and_never_ends_in_a_hyphen()
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat("llan ", 40)))!.Value.Value;

        Assert.Equal(string.Join('-', Enumerable.Repeat("llan", 12)), slug);
    }

    [Theory]
    [InlineData("leeds", true)]
    [InlineData("3rd-june-2028", true)]
    [InlineData("ab", true)]
    [InlineData("a", false)]
    [InlineData("Leeds", false)]
    [InlineData("bangor wales", false)]
    [InlineData("zürich", false)]
    [InlineData("leeds\n", false)]
    public void Only_small_letters_digits_and_hyphens_are_a_slug(string text, bool valid)
    {
        Assert.Equal(valid, Slug.TryParse(text, null, out var slug));
        Assert.Equal(valid ? text : "", slug.ToString());
    }
}
