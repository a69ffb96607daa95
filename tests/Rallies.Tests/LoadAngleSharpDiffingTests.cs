using Bunit;

namespace Rallies.Tests;

public sealed class LoadAngleSharpDiffingTests
{
    [Fact]
    public void Markup_is_compared_by_meaning()
    {
        using var page = new BunitContext();

        var heading = page.Render(builder => builder.AddMarkupContent(0, """<h1 class="big red">3 June</h1>"""));

        heading.MarkupMatches("""<h1   class="red big">3 June</h1>""");
    }
}
