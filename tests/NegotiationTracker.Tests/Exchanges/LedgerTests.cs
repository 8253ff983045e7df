using System.Text.Json.Nodes;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Exchanges;

public sealed class LedgerTests
{
    [Fact]
    public void Three_batches_meet_the_thousand_agreed_for_each_side()
    {
        var account = Account("prisoners-2025-05-23");
        account.Sides.Select(s => s.Delivered).ShouldBe([Exactly(1000), Exactly(1000)]);
        Sentences(account).ShouldContain("To Ukraine: 390 + 307 + 303 = 1,000.");
        Sentences(account).ShouldContain("To Russia: 1,000 delivered meets the 1,000 agreed.");
        account.Findings.ShouldContain(f => f.Kind == LedgerFindingKind.RunningTotal && f.Sentence.Contains("5,757"));
        account.Findings.ShouldContain(f => f.Kind == LedgerFindingKind.Meets && f.Sentence.Contains("880"));
    }

    [Fact]
    public void Six_thousand_and_fifty_seven_bodies_are_held_against_every_number_that_was_given()
    {
        var account = Account("bodies-2025-06-11");
        account.Sides.Single(s => s.Party == "ukraine").Delivered.ShouldBe(Exactly(6057));
        var sentences = Sentences(account);
        sentences.ShouldContain(s => s.Contains("6,057 delivered is 57 more than the 6,000 agreed"));
        sentences.ShouldContain(s => s.Contains("the batches add up to 6,057; the total of 6,060 (Vladimir Medinsky) is 3 higher"));
        sentences.ShouldContain(s => s.Contains("twice 6,000 is 12,000"));
        sentences.ShouldContain(s => s.Contains("A list that leaves out 13 June adds up to 4,857, 1,200 less than 6,057"));
        sentences.ShouldContain(s => s.Contains("the total of 78 (Vladimir Medinsky) leaves 51 for the batches without a number (15 June, 16 June)"));
        sentences.ShouldContain(s => s.Contains("4,812 to Ukraine (Rustem Umerov) is the state up to 15 June"));
    }

    [Fact]
    public void Withheld_stages_are_a_lower_bound_and_not_zero()
    {
        var account = Account("prisoners-2025-06-09");
        var ukraine = account.Sides.Single(s => s.Party == "ukraine");
        ukraine.Withheld.ShouldBe(8);
        ukraine.Delivered.ShouldBe(new LedgerRange(250, null, IsAbout: true));
        Sentences(account).ShouldContain(s => s.Contains("withheld for 8 of 9 batches") && s.Contains("Withheld is not zero."));
    }

    [Fact]
    public void The_same_number_of_other_people_changes_no_sum_but_is_told()
    {
        var account = Account("prisoners-2025-08-14");
        account.Sides.Single(s => s.Party == "ukraine").Delivered.ShouldBe(Exactly(84));
        Sentences(account).ShouldContain(s => s.Contains("33 military and 51 civilians") && s.Contains("84 Armed Forces prisoners of war"));
    }

    [Fact]
    public void Rival_counts_give_a_range()
    {
        var account = Ledger.Of(Exchange([Figure("a", 189), Figure("b", 150)]), slug => slug);
        account.Sides.Single().Delivered.ShouldBe(new LedgerRange(150, 189, IsAbout: false));
        account.Findings.ShouldContain(f => f.Kind == LedgerFindingKind.Conflict && f.Sentence.Contains("189 (a); 150 (b)"));
    }

    [Fact]
    public void A_total_short_by_one_batch_says_which()
    {
        var exchange = Exchange([Figure("a", 1200)], [Figure("a", 1245)]) with { Totals = [Figure("c", 1245)] };
        Ledger.Of(exchange, slug => slug).Findings.ShouldContain(f => f.Kind == LedgerFindingKind.MissingBatch && f.Sentence.Contains("1,200 less") && f.Sentence.Contains("1 June"));
    }

    [Fact]
    public void A_withheld_figure_never_raises_the_lower_bound_nor_lowers_the_upper_one()
    {
        foreach (var count in new[] { 0, 1, 390, 6057 })
        {
            var before = Ledger.Of(Exchange([Figure("a", count)]), slug => slug).Sides.Single().Delivered;
            var after = Ledger.Of(Exchange([Figure("a", count)], [Figure("b", null)]), slug => slug).Sides.Single().Delivered;
            after.Low.ShouldBe(before.Low);
            after.High.ShouldBeNull();
        }
    }

    [Fact]
    public void Every_shipped_exchange_adds_up_without_a_nonsense_sentence()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Content", "istanbul-2025", "exchanges")))
            Sentences(Account(Path.GetFileNameWithoutExtension(file))).ShouldAllBe(s => s.Length > 15 && s.EndsWith('.') && !s.Contains("  "));
    }

    private static LedgerRange Exactly(long count) => new(count, count, IsAbout: false);

    private static List<string> Sentences(LedgerAccount account) => [.. account.Findings.Select(f => f.Sentence)];

    private static LedgerAccount Account(string slug)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Content", "istanbul-2025", "exchanges", $"{slug}.json")))!.AsObject();
        json.Remove("kind");
        return Ledger.Of((ExchangeDocument)Kinds.Get("exchanges").Read(json.ToJsonString()), party => char.ToUpperInvariant(party[0]) + party[1..]);
    }

    private static Figure Figure(string claimant, long? best) => new() { Category = FigureCategory.ServiceMember, To = "one", Best = best, Withheld = best is null, Claimant = claimant };

    private static ExchangeDocument Exchange(params Figure[][] batches) => new()
    {
        Slug = "e", Title = "E", Form = ExchangeKind.PrisonersOfWar, Status = ExchangeStatus.Completed,
        Batches = [.. batches.Select((figures, i) => new Batch { Key = $"b{i}", When = new When { Date = Edtf.Parse($"2025-06-0{i + 1}") }, Figures = figures })],
    };
}
