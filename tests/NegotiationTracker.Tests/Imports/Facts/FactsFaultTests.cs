using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationTracker.Web.Imports.Facts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Imports.Facts;

/// <summary>Nothing of a facts file gets lost without a word.</summary>
public sealed class FactsFaultTests
{
    [Fact]
    public void The_sample_itself_has_no_faults() => FactsSample.Read().Faults.ShouldBeEmpty();

    [Fact]
    public void A_field_that_nothing_maps_is_a_fault_wherever_it_stands()
    {
        var faults = FactsSample.Read(root =>
        {
            Item(root, "talks")["weather"] = "rain";
            Item(root, "talks")["when"]!["moon"] = "full";
            Item(root, "exchanges")["batches"]![0]!["figures"]![0]!["mood"] = "good";
            Item(root, "talks")["links"]!["songs"] = new JsonArray("x");
            root["animals"] = new JsonArray();
        }).Faults;

        faults.Select(f => f.Field).ShouldBe(["", "weather", "when.moon", "links.songs", "batches[0].figures[0].mood"], ignoreOrder: true);
        faults.ShouldContain(new FactsFault("talks", "talk-istanbul-2025-r2", "weather", "The field 'weather' is not mapped."));
    }

    [Theory]
    [InlineData("talks", "chair", "nobody")]
    [InlineData("exchanges", "agreed_at", "talk-nowhere")]
    [InlineData("delegations", "party", "xx")]
    [InlineData("statements", "by", "ghost")]
    public void An_id_of_no_item_is_a_fault(string array, string field, string id)
    {
        var facts = FactsSample.Read(root => Item(root, array)[field] = id);

        facts.Faults.ShouldContain(f => f.Array == array && f.Field == field && f.Reason.Contains(id));
    }

    [Fact]
    public void A_citation_of_an_unknown_source_is_a_fault()
    {
        var faults = FactsSample.Read(root => Item(root, "parties")["cites"]![0]!["source"] = "no-such").Faults;

        faults.ShouldHaveSingleItem().ShouldBe(new FactsFault("parties", "ru", "cites[0].source", "There is no item 'no-such' in 'sources'."));
    }

    [Theory]
    [InlineData("03/04/2025")]
    [InlineData("2025-13-01")]
    [InlineData("next week")]
    public void A_date_that_is_ambiguous_or_none_is_a_fault(string date)
    {
        var faults = FactsSample.Read(root => Item(root, "talks")["when"]!["edtf"] = date).Faults;

        faults.ShouldContain(f => f.Array == "talks" && f.Item == "talk-istanbul-2025-r2" && f.Field == "when.edtf" && f.Reason.Length > 0);
    }

    [Theory]
    [InlineData("talks", "kind", "séance")]
    [InlineData("talks", "status", "levitated")]
    [InlineData("proposals", "doc_type", "poem")]
    [InlineData("sources", "kind", "oracle")]
    [InlineData("conflicts", "type", "quarrel")]
    public void A_word_that_no_table_knows_is_a_fault(string array, string field, string word)
    {
        var faults = FactsSample.Read(root => Item(root, array)[field] = word).Faults;

        faults.ShouldContain(f => f.Array == array && f.Field == field && f.Reason.Contains(word));
    }

    [Fact]
    public void A_conflict_whose_values_stand_nowhere_is_a_fault()
    {
        var facts = FactsSample.Read(root => Item(root, "conflicts")["values"]![0]!["value"] = "three hours");

        facts.Faults.ShouldHaveSingleItem().Item.ShouldBe("conf-duration");
        facts.Counts.Single(c => c.Array == "conflicts").ShouldBe(new FactsCount("conflicts", 3, 2));
    }

    [Fact]
    public void An_id_given_twice_is_a_fault() =>
        FactsSample.Read(root => root["talks"]!.AsArray().Add(Item(root, "talks").DeepClone())).Faults.ShouldContain(f => f.Field == "id" && f.Reason.Contains("twice"));

    [Fact]
    public void Shapes_that_are_wrong_are_faults_and_not_exceptions()
    {
        var faults = FactsSample.Read(root =>
        {
            root["incidents"] = "none";
            Item(root, "talks")["topics"] = 7;
            Item(root, "talks")["participants"] = "all";
            Item(root, "exchanges")["agreed"] = new JsonArray(1, 2);
        }).Faults;

        faults.Select(f => f.Field).ShouldBeSubsetOf(["", "topics", "participants", "agreed"]);
        faults.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("""{ "slug": "x", "title": "y" }""", false)]
    [InlineData("""{ "sources": [], "persons": [], "talks": [] }""", true)]
    public void A_facts_file_is_known_by_its_arrays(string json, bool looks) => FactsFile.Looks(JsonDocument.Parse(json).RootElement).ShouldBe(looks);

    private static JsonObject Item(JsonObject root, string array) => root[array]![0]!.AsObject();
}
