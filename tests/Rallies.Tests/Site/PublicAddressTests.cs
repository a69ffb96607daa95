using Rallies.Storage.Engines;
using Rallies.Web.Settings;

namespace Rallies.Tests.Site;

public sealed class PublicAddressTests
{
    private static readonly PublicAddress address = new(
        new RalliesSettings
        {
            DataDirectory = "",
            Database = DatabaseAddress.Read("Data Source=none.db", ""),
            PublicUrl = new Uri("https://rallies.example.org"),
        },
        null!
    );

    [Theory]
    [InlineData("/", "https://rallies.example.org/")]
    [InlineData("/3rd-june?near=Hull", "https://rallies.example.org/3rd-june?near=Hull")]
    [InlineData("//evil.example/x", "https://rallies.example.org//evil.example/x")]
    [InlineData("/\\evil.example/x", "https://rallies.example.org//evil.example/x")]
    public void Whatever_the_path_the_address_stays_ours(string path, string expected) => Assert.Equal(expected, address.Absolute(path));

    [Theory]
    [InlineData("")]
    [InlineData(".evil.example/x")]
    [InlineData("@evil.example/x")]
    [InlineData("https://evil.example/x")]
    public void What_is_no_path_is_refused(string path) => Assert.Throws<ArgumentException>(() => address.Absolute(path));
}
