using System.Text.Json.Nodes;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Desk.Parts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Parts;

public sealed class TypedLedgerTests
{
    [Fact]
    public void Batches_are_held_against_what_was_agreed_before_anything_else_is_filled_in()
    {
        var account = Of("""{"title":"","agreed":[{"category":"Everyone","best":1000}],"batches":[{"when":{"date":"2025-05-23"},"figures":[{"category":"Everyone","to":"ukraine","best":390}]},{"when":{"date":"2025-05-24"},"figures":[{"category":"Everyone","to":"ukraine","best":307}]}]}""");
        account.Sides.ShouldHaveSingleItem().Delivered.ToString().ShouldBe("697");
        account.Sides[0].Agreed.ToString().ShouldBe("1,000");
        account.Findings.Select(f => f.Sentence).ShouldContain(s => s.Contains("303 short of the 1,000 agreed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"figures":[{"category":"Everyone","to":"ukraine","best":390,"claimant":"A"},{"category":"Everyone","to":"ukraine","best":400,"claimant":"B"}]}""")]
    [InlineData("""{"when":{"date":"tomorrow"},"figures":[{"category":"Everyone","to":"ukraine","best":390,"claimant":"A"},{"category":"Everyone","to":"ukraine","best":400,"claimant":"B"}]}""")]
    public void A_batch_without_a_day_is_called_by_its_place(string batch) =>
        Of($$"""{"batches":[{{batch}}]}""").Findings.Select(f => f.Sentence).ShouldContain(s => s.StartsWith("To ukraine in batch 1, sources differ:", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"agreed":[{"best":"many"}],"batches":[5,{"figures":[{}]}]}""")]
    [InlineData("""{"batches":"none"}""")]
    [InlineData("{}")]
    public void What_cannot_be_read_waits(string document) => Of(document).Sides.ShouldBeEmpty();

    private static Data.Exchanges.LedgerAccount Of(string document) => TypedLedger.Of(Kinds.Get("exchanges"), JsonNode.Parse(document)!.AsObject(), slug => slug).ShouldNotBeNull();
}
