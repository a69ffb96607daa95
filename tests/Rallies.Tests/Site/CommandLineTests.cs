using Rallies.Web.Commands;

namespace Rallies.Tests.Site;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData(true, "backup", "x.zip", "--Rallies:DataDirectory", "/tmp/x")]
    [InlineData(true, "--Rallies:Demo", "true", "bakcup", "x.zip")]
    [InlineData(true, "export", "--help")]
    [InlineData(true, "--help")]
    [InlineData(true, "-h")]
    [InlineData(true, "back_up", "x.zip")]
    [InlineData(true, "restore2", "x.zip")]
    [InlineData(true, "Rallies:Demo=true", "backup", "x.zip")]
    [InlineData(true, "/Rallies:Demo", "true", "backup", "x.zip")]
    [InlineData(true, "--AllowedHosts=x", "backup")]
    [InlineData(true, "--backup", "x.zip")]
    [InlineData(true, "--Rallies:Demo=true", "--backup=x.zip")]
    [InlineData(true, "--towns", "20")]
    [InlineData(true, "--Rallies:Demo", "true", "--people=500")]
    [InlineData(false)]
    [InlineData(false, "--Rallies:Demo", "true", "--urls", "http://127.0.0.1:5000")]
    [InlineData(false, "--AllowedHosts", "x")]
    [InlineData(false, "Rallies:Demo=true")]
    [InlineData(false, "/Rallies:Demo", "true")]
    [InlineData(false, "--Rallies:DataDirectory", "/backup")]
    [InlineData(false, "--Rallies:Smtp:Password", "admin=restore")]
    public void A_misspelt_command_starts_no_site(bool isCommand, params string[] args) =>
        Assert.Equal(isCommand, AdminCommands.AreMeant(args));

    [Theory]
    [InlineData("back_up", "x.zip")]
    [InlineData("restore2", "x.zip")]
    [InlineData("Rallies:Demo=true", "bakcup")]
    [InlineData("-backup", "x.zip")]
    [InlineData("--backup", "x.zip")]
    public async Task What_is_no_command_ends_with_1(params string[] args) => Assert.Equal(1, await AdminCommands.RunAsync(args));

    [Theory]
    [InlineData("--backup", "backup, without dashes,", "--backup", "x.zip")]
    [InlineData("--bakcup", "backup, without dashes,", "--Rallies:Demo", "true", "--bakcup=x.zip")]
    [InlineData("--admin", "admin, without dashes,", "--admin", "link")]
    [InlineData("--import", "import-ics, without dashes,", "--import", "union.ics", "--source", "union")]
    [InlineData("--DataDirectory", "--Rallies:DataDirectory", "--DataDirectory", "/var/lib/rallies")]
    [InlineData("--smtp:host", "--Rallies:smtp:host", "backup", "x.zip", "--smtp:host=mail.example.org")]
    [InlineData("Demo", "--Rallies:Demo", "Demo=true")]
    [InlineData("--url", "--urls", "--url", "http://127.0.0.1:5000")]
    public void A_command_or_setting_that_is_written_wrongly_is_told_the_right_way(string written, string right, params string[] args) =>
        Assert.Equal(
            $"{written} is no setting of this site, so nothing was started: write {right} if that is meant.",
            Misspelling.In(args, ["admin", "import-ics", "backup", "restore", "rehearse"])
        );

    [Fact]
    public void An_option_of_a_command_is_no_misspelt_command() =>
        Assert.Null(Misspelling.In(["rehearse", "tonight", "--restart", "reboot"], ["restore", "rehearse"]));

    [Theory]
    [InlineData("--towns belongs to rehearse", "--towns", "20")]
    [InlineData("--people belongs to rehearse", "--Rallies:Demo", "true", "--people=500", "rehearse", "tonight")]
    [InlineData("--source belongs to import-ics and import-csv", "--source", "union")]
    public void An_option_without_its_command_is_told_whose_it_is(string said, params string[] args) =>
        Assert.Equal(
            $"{said}, so nothing was started: write the command before it.",
            StrayOption.In(args, AdminCommands.Commands([]).Subcommands)
        );

    [Fact]
    public void An_option_behind_its_command_is_no_stray_one() =>
        Assert.Null(StrayOption.In(["rehearse", "--towns", "20", "tonight"], AdminCommands.Commands([]).Subcommands));

    [Theory]
    [InlineData("'rehearse --help' says how to write it.", "rehearse")]
    [InlineData("'restore --help' says how to write it.", "restore")]
    [InlineData("'import-csv --help' says how to write it.", "import-csv")]
    [InlineData("'admin link --help' says how to write it.", "admin", "link", "now")]
    [InlineData("'--help' says how to write it.", "export", "here")]
    public void A_command_that_cannot_be_meant_ends_with_where_help_is(string said, params string[] args)
    {
        var parsed = AdminCommands.Commands([]).Parse(args);

        Assert.NotEmpty(parsed.Errors);
        Assert.Equal(said, AdminCommands.WhereHelpIs(parsed));
    }

    [Theory]
    [InlineData("--Rallies:Demo=true", "--help")]
    [InlineData("--Rallies:Demo=true", "-h")]
    [InlineData("--AllowedHosts", "x", "-?")]
    [InlineData("--backup", "--help")]
    [InlineData("backup", "--Rallies:DataDirectory", "--help")]
    [InlineData("--Rallies:Demo=true", "--version")]
    public async Task Help_and_version_are_shown_wherever_they_are_asked_for_and_start_nothing(params string[] args)
    {
        Assert.True(AdminCommands.AreMeant(args));

        Assert.Equal(0, await AdminCommands.RunAsync(args));
    }

    [Theory]
    [InlineData("--Rallies:Demo=true")]
    [InlineData("--Rallies:Demo", "true")]
    [InlineData("--Logging:LogLevel:Microsoft.AspNetCore", "Warning")]
    [InlineData("/Rallies:Demo", "true")]
    [InlineData("Rallies:Demo=true")]
    public void Settings_are_told_from_a_command_and_what_it_is_given(params string[] settings)
    {
        string[] command = ["import-ics", "https://example.org/a?b=c:d", "/tmp/a:b.ics"];

        var parted = SettingsGiven.Part([.. settings, .. command]);

        Assert.Equal(settings, parted.Settings);
        Assert.Equal(command, parted.Command);
    }

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
