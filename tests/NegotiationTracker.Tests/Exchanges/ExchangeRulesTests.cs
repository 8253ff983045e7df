using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Exchanges;

public sealed class ExchangeRulesTests
{
    private static readonly Figure Figure = Documents.Exchange.Batches[0].Figures[0];

    [Fact]
    public void Batches_have_keys_of_their_own() => (Documents.Exchange with { Batches = [Documents.Exchange.Batches[0], Documents.Exchange.Batches[0]] }).ShouldBeFaultyAt("batches");

    [Fact]
    public void Withheld_is_no_number_and_no_number_is_not_withheld()
    {
        With(Figure with { Withheld = true }).ShouldBeFaultyAt("batches[0].figures[0]");
        With(Figure with { Best = null }).ShouldBeFaultyAt("batches[0].figures[0]");
        With(Figure with { Best = null, Withheld = true }).Faults().ShouldBeEmpty();
        With(Figure with { Best = null, Words = "several hundred" }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_are_counts_in_order()
    {
        With(Figure with { Best = -1 }).ShouldBeFaultyAt("batches[0].figures[0]");
        With(Figure with { Low = 391 }).ShouldBeFaultyAt("batches[0].figures[0]");
        With(Figure with { High = 389 }).ShouldBeFaultyAt("batches[0].figures[0]");
        With(Figure with { Best = 0 }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void The_rules_hold_for_agreed_figures_and_totals_too()
    {
        (Documents.Exchange with { Agreed = [Figure, Figure with { Best = -1 }] }).ShouldBeFaultyAt("agreed[1]");
        (Documents.Exchange with { Totals = [Figure with { Best = -1 }] }).ShouldBeFaultyAt("totals[0]");
    }

    [Fact]
    public void Zones_are_known()
    {
        (Documents.Exchange with { Batches = [Documents.Exchange.Batches[0] with { When = Documents.On("2025-05-23", "Minsk") }] }).ShouldBeFaultyAt("batches[0].when.zone");
        (Documents.Exchange with { Totals = [Figure with { AsOf = Documents.On("2025-05-23", "Minsk") }] }).ShouldBeFaultyAt("totals[0].asOf.zone");
    }

    private static ExchangeDocument With(Figure figure) => Documents.Exchange with { Batches = [Documents.Exchange.Batches[0] with { Figures = [figure] }] };
}
