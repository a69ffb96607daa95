using Rallies.Web.Commands;

namespace Rallies.Tests.Site;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData(true, "backup", "x.zip", "--Rallies:DataDirectory", "/tmp/x")]
    [InlineData(true, "--Rallies:Demo", "true", "bakcup", "x.zip")]
    [InlineData(true, "export", "--help")]
    [InlineData(true, "--help")]
    [InlineData(false)]
    [InlineData(false, "--Rallies:Demo", "true", "--urls", "http://127.0.0.1:5000")]
    [InlineData(false, "--AllowedHosts", "x")]
    [InlineData(false, "Rallies:Demo=true")]
    [InlineData(false, "/Rallies:Demo", "true")]
    public void A_misspelt_command_starts_no_site(bool isCommand, params string[] args) =>
        Assert.Equal(isCommand, AdminCommands.AreMeant(args));

    [Theory]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("2.5")]
    [InlineData("99999999999")]
    public void A_rehearsal_of_no_number_is_refused_in_a_sentence(string towns)
    {
        var parsed = RehearseOptions.ForRehearsal([]).Parse(["tonight", "--towns", towns]);

        Assert.Equal($"--towns is {towns}: from 1 to 500 can be played.", parsed.Errors[0].Message);
    }
}
