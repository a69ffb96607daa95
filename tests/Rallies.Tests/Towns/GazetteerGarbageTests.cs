using FsCheck;
using FsCheck.Fluent;

namespace Rallies.Tests.Towns;

public sealed class GazetteerGarbageTests
{
    public static TheoryData<string> Garbage =>
        new()
        {
            "",
            "   ",
            "\t\r\n",
            "\0\u0001\u001f\u007f",
            "%",
            "'; drop table towns; --",
            ",",
            ",,,,",
            "-",
            "🎺🪧",
            "👩🏽‍🦽",
            "\ud800",
            "\udc00\ud800",
            "لندن",
            "‮sdeel‬",
            "\u0301\u0301\u0301",
            new string('a', 5000),
            new string('é', 5000),
            new string(',', 5000),
            new string('\u0301', 5000),
        };

    [Theory]
    [MemberData(nameof(Garbage))]
    public void Garbage_finds_nothing_and_breaks_nothing(string query) => Assert.Empty(RealGazetteer.Instance.Search(query));

    [Theory]
    [InlineData("")]
    [InlineData("Leeds")]
    [InlineData("no-such-town")]
    [InlineData("🎺")]
    public void A_slug_nobody_has_finds_no_town(string slug) => Assert.Null(RealGazetteer.Instance.Find(slug));

    [Fact]
    public void Any_text_at_all_is_answered() =>
        Prop.ForAll<string?>(text => RealGazetteer.Instance.Search(text).Count <= 10).Check(Config.QuickThrowOnFailure);
}
