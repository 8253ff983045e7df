using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(NegotiationTracker.TestOrder.LongestFirst))]

namespace NegotiationTracker.TestOrder;

/// <summary>Classes that take minutes begin first, so that at the end none runs alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["SaveKillTests", "PublicPagesTests", "HostileTextTests", "FormTests"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, l => c.TestCollectionDisplayName.Contains($".{l}", StringComparison.Ordinal)) is >= 0 and var at ? at : Long.Length).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];
}
