namespace Rallies.Tests;
public class PlaceholderTests { [Fact] public void It_runs() => Assert.Equal(2, 1 + 1); }
