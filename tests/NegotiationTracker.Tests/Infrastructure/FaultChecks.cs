using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using Shouldly;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>What the rules of a document's kind say of it.</summary>
internal static class FaultChecks
{
    public static IReadOnlyList<Fault> Faults(this RecordDocument document) => Kinds.Get(document.Kind).Check(document);

    /// <summary>Exactly one fault, which names this field and says why.</summary>
    public static void ShouldBeFaultyAt(this RecordDocument document, string field)
    {
        var fault = document.Faults().ShouldHaveSingleItem();
        fault.Field.ShouldBe(field);
        fault.Reason.Length.ShouldBeGreaterThan(15);
    }
}
