using Rallies.BrowserTests;
using Rallies.BrowserTests.EveryPage;
using Rallies.BrowserTests.Journeys;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Rallies.BrowserTests;

/// <summary>Begins with the classes that take minutes, so that at the end no core waits for one of them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] longest =
    [
        .. new[] { typeof(EveryPageTests), typeof(DoorWithoutNetworkTests) }.Select(t => t.FullName!),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderByDescending(c => IsLong(c))];

    // Each class is a collection, which says so: "Test collection for Rallies.BrowserTests.EveryPage.EveryPageTests (id: …)".
    private static bool IsLong(ITestCollection collection) =>
        longest.Any(name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
}
