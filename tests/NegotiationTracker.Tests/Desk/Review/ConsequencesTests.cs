using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Desk.Review;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Review;

public sealed class ConsequencesTests
{
    private static readonly ExchangeDocument Exchange = Documents.Exchange with { Batches = [Batch("2025-05-23", 390), Batch("2025-05-24", 307), Batch("2025-05-25", 303)] };

    [Fact]
    public void A_sum_that_no_longer_stands_is_said_with_what_the_figures_give_now()
    {
        var found = Of(Exchange, Exchange with { Batches = [Batch("2025-05-23", 395), .. Exchange.Batches.Skip(1)] }).Where(c => c.Where == "Arithmetic").ToList();
        found[0].Lines.ShouldContain("To ukraine: 390 + 307 + 303 = 1,000.");
        found[1].Lines.ShouldContain("To ukraine: 395 + 307 + 303 = 1,005.");
        found.ShouldAllBe(c => c.IsWarning);
    }

    [Fact]
    public void Timeline_entries_that_move_come_and_go_are_counted()
    {
        Timeline(Exchange with { Batches = [Batch("2025-05-22", 390), .. Exchange.Batches.Skip(1)] }).ShouldBe(["Moves 1 timeline entry:"]);
        Timeline(Exchange with { Batches = [.. Exchange.Batches, Batch("2025-05-26", 1)] }).ShouldContain("Adds 1 timeline entry:");
        Timeline(Exchange with { Batches = [.. Exchange.Batches.Take(2)] }).ShouldContain("Takes 1 timeline entry away:");
        Timeline(Exchange with { Note = "Said again." }).ShouldBeEmpty();
    }

    [Fact]
    public void Names_that_are_no_longer_found_and_an_address_that_changes_are_said()
    {
        var was = Documents.Person;
        Of(was, was with { Names = [] }).Single().Sentence.ShouldBe("Is no longer found by these names:");
        Of(was, was with { Slug = "umerov" }).Single().Sentence.ShouldContain("/people/rustem-umerov leads there");
    }

    private static IReadOnlyList<string> Timeline(ExchangeDocument after) => [.. Of(Exchange, after).Where(c => c.Where == "Timeline").Select(c => c.Sentence)];

    private static IReadOnlyList<Consequence> Of(Data.Records.RecordDocument before, Data.Records.RecordDocument after) => Consequences.Of(before, after, slug => slug);

    private static Batch Batch(string day, int count) =>
        new() { Key = day, When = new() { Date = Edtf.Parse(day) }, Figures = [new() { Category = FigureCategory.Everyone, To = "ukraine", Best = count, Claimant = "Volodymyr Zelenskyy" }] };
}
