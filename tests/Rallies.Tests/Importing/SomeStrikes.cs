using System.Text;
using Rallies.Tests.UseCases;
using Rallies.Web.Importing;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Importing;

/// <summary>Believable strike lists, and the way they are stored from the command line.</summary>
internal static class SomeStrikes
{
    public const string Headings = "union,employer,town,gate,first,last,days,from,to,source";
    public const string Goole =
        "Port Workers' Union,Humber Cargo,Goole,Gate 2,2028-06-01,2028-06-30,Mon-Fri,06:00,10:00,https://union.example/strike";

    // Nobody stands there for years: what is measured is the list, not the eight weeks of stands that are kept ahead.
    public static IEnumerable<string> Gates(string name, int count) =>
        Enumerable
            .Range(1, count)
            .Select(number =>
                $"Port Workers' Union,{name} {number % 5},Goole,Gate {number},2035-06-01,2035-06-30,Mon-Fri,06:00,10:00,https://union.example/strike"
            );

    public static string At(string gate) => Goole.Replace("Gate 2", gate, StringComparison.Ordinal);

    public static ImportRequest List(params string[] rows) => new(Encoding.UTF8.GetBytes(string.Join("\r\n", rows)), "strikes.csv");

    public static async Task<StrikePlan> Import(Bench bench, params string[] rows)
    {
        var token = TestContext.Current.CancellationToken;
        var looked = await bench.Get<StrikeListPreview>().OfAsync(List(rows), token);
        return await bench.Get<ImportStrikeList>().ImportOnServerAsync(List(rows), looked.Marks, token);
    }
}
