using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Statements;

public sealed class StatementRulesTests
{
    [Fact]
    public void Somebody_said_something_at_some_time()
    {
        (Documents.Statement with { Speaker = "" }).Faults().Select(f => f.Field).ShouldContain("speaker");
        (Documents.Statement with { Quotation = null }).ShouldBeFaultyAt("quotation");
        (Documents.Statement with { Quotation = null, Paraphrase = "He named the number." }).Faults().ShouldBeEmpty();
        (Documents.Statement with { When = Documents.On("2025-06-16", "Kiev time") }).ShouldBeFaultyAt("when.zone");
    }

    [Fact]
    public void A_quotation_is_short() => (Documents.Statement with { Quotation = new string('a', 601) }).ShouldBeFaultyAt("quotation");
}
