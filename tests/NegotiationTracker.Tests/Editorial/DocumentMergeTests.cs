using System.Text.Json.Nodes;
using NegotiationTracker.Data.Editorial;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

public sealed class DocumentMergeTests
{
    [Fact]
    public void What_only_one_of_two_changed_is_taken_from_each()
    {
        var outcome = Merge("""{"title":"A","note":"N","members":[{"person":"a","title":"x"},{"person":"b"}]}""",
            """{"title":"Mine","note":"N","members":[{"person":"a","title":"mine"},{"person":"b"},{"person":"c"}]}""",
            """{"title":"A","note":"Theirs","members":[{"person":"b","role":"Head"},{"person":"a","title":"x"},{"person":"d"}]}""");
        outcome.Conflicts.ShouldBeEmpty();
        Same(outcome.Document, """{"title":"Mine","note":"Theirs","members":[{"person":"a","title":"mine"},{"person":"d"},{"person":"b","role":"Head"},{"person":"c"}]}""");
    }

    [Fact]
    public void Where_both_changed_the_same_ones_own_text_stands_and_the_other_is_shown()
    {
        var outcome = Merge("""{"outcomes":[{"text":"old"}]}""", """{"outcomes":[{"text":"mine"}]}""", """{"outcomes":[{"text":"theirs"}]}""");
        var conflict = outcome.Conflicts.ShouldHaveSingleItem();
        (conflict.Path, conflict.Origin!.ToString(), conflict.Mine!.ToString(), conflict.Theirs!.ToString()).ShouldBe(("outcomes[0].text", "old", "mine", "theirs"));
        Same(outcome.Document, """{"outcomes":[{"text":"mine"}]}""");
        Same(DocumentMerge.Resolve(outcome, [conflict]), """{"outcomes":[{"text":"theirs"}]}""");
        Same(DocumentMerge.Resolve(outcome, []), """{"outcomes":[{"text":"mine"}]}""");
    }

    [Fact]
    public void What_one_took_away_and_the_other_changed_stays_until_somebody_decides()
    {
        var outcome = Merge("""{"members":[{"person":"a"},{"person":"b"},{"person":"c"}]}""", """{"members":[{"person":"a"}]}""", """{"members":[{"person":"a"},{"person":"b","note":"new"},{"person":"c","note":"new"}]}""");
        outcome.Conflicts.Select(c => c.Path).ShouldBe(["members[1]", "members[2]"]);
        outcome.Document["members"]!.AsArray().Count.ShouldBe(3);
        Same(DocumentMerge.Resolve(outcome, [outcome.Conflicts[1]]), """{"members":[{"person":"a"},{"person":"c","note":"new"}]}""");
    }

    [Fact]
    public void The_same_addition_by_both_stands_once()
    {
        var outcome = Merge("""{"outcomes":[]}""", """{"outcomes":[{"text":"same"}]}""", """{"outcomes":[{"text":"same"}]}""");
        Same(outcome.Document, """{"outcomes":[{"text":"same"}]}""");
    }

    [Fact]
    public void Of_random_documents_nothing_is_lost_and_no_conflict_is_made_up()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var origin = Some(random, 3);
            var mine = Changed(origin, random);
            var theirs = Changed(origin, random);
            Equal(DocumentMerge.Merge(origin, mine, origin), mine, seed);
            Equal(DocumentMerge.Merge(origin, origin, theirs), theirs, seed);
            Equal(DocumentMerge.Merge(origin, mine, mine), mine, seed);
            var both = DocumentMerge.Merge(origin, mine, theirs);
            DocumentMerge.Resolve(both, both.Conflicts).ShouldNotBeNull();
            (DocumentChanges.Between(origin, mine).Count == 0).ShouldBe(JsonNode.DeepEquals(origin, mine), $"seed {seed}");
        }
    }

    private static void Equal(MergeOutcome outcome, JsonObject expected, int seed)
    {
        outcome.Conflicts.ShouldBeEmpty($"seed {seed}");
        JsonNode.DeepEquals(outcome.Document, expected).ShouldBeTrue($"seed {seed}: {outcome.Document.ToJsonString()} instead of {expected.ToJsonString()}");
    }

    // Documents as they are: no empty lists, no nulls, lists of texts or of objects.
    private static JsonObject Some(Random random, int depth)
    {
        var owner = new JsonObject();
        for (var i = 0; i < 4; i++)
        {
            if (random.Next(3) == 0) continue;
            owner[$"m{i}"] = (depth == 0 ? 0 : random.Next(4)) switch
            {
                1 => Some(random, depth - 1),
                2 => new JsonArray([.. Enumerable.Range(0, 1 + random.Next(4)).Select(n => (JsonNode)$"t{n}{random.Next(3)}")]),
                3 => new JsonArray([.. Enumerable.Range(0, 1 + random.Next(4)).Select(n => (JsonNode)new JsonObject { ["person"] = $"p{n}", ["title"] = $"t{random.Next(3)}" })]),
                _ => $"v{random.Next(4)}",
            };
        }
        return owner;
    }

    private static JsonObject Changed(JsonObject origin, Random random)
    {
        var copy = (JsonObject)origin.DeepClone();
        for (var i = 0; i < random.Next(4); i++)
        {
            var name = $"m{random.Next(4)}";
            if (copy[name] is JsonArray list && list.Count > 1 && random.Next(2) == 0) list.RemoveAt(random.Next(list.Count));
            else if (copy[name] is JsonArray people && people[0] is JsonObject) people.Insert(random.Next(people.Count), new JsonObject { ["person"] = $"new{random.Next(9)}-{people.Count}-{i}" });
            else if (random.Next(3) == 0) copy.Remove(name);
            else copy[name] = $"c{random.Next(9)}";
        }
        return copy;
    }

    private static MergeOutcome Merge(string origin, string mine, string theirs) =>
        DocumentMerge.Merge(JsonNode.Parse(origin)!.AsObject(), JsonNode.Parse(mine)!.AsObject(), JsonNode.Parse(theirs)!.AsObject());

    private static void Same(JsonObject document, string expected) => document.ToJsonString().ShouldBe(JsonNode.Parse(expected)!.ToJsonString());
}
