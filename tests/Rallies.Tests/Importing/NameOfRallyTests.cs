using Rallies.Web.Importing;

namespace Rallies.Tests.Importing;

public sealed class NameOfRallyTests
{
    [Theory]
    [InlineData("Leeds: 3 June", "")]
    [InlineData("Rally in Leeds on 3 June", "")]
    [InlineData("Leeds", "")]
    [InlineData("Leeds: Picnic for pay", "Picnic for pay")]
    [InlineData("Picnic for pay, Leeds", "Picnic for pay, Leeds")]
    [InlineData("Urgent: bring cake", "Urgent: bring cake")]
    public void Only_what_town_and_day_do_not_say_is_a_name(string summary, string name) =>
        Assert.Equal(name, NameOfRally.In(summary, Some.Town("leeds"), Some.Day()));
}
