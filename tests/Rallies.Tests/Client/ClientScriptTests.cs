namespace Rallies.Tests.Client;

public sealed class ClientScriptTests
{
    [Fact]
    public Task The_scripts_of_the_pages_pass_their_own_tests() => Npm.Succeeds("test");

    [Fact]
    public Task The_scripts_of_the_pages_are_soundly_typed() => Npm.Succeeds("check");
}
