using System.Text.Json.Nodes;
using NegotiationTracker.Data.Editorial;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

public sealed class DocumentChangesTests
{
    [Fact]
    public void A_new_document_is_all_additions() =>
        Between(null, """{"title":"A","topics":["x"]}""").ShouldBe([("title", ChangeKind.Added), ("topics", ChangeKind.Added)]);

    [Fact]
    public void A_changed_member_of_a_list_is_named_by_its_own_field_wherever_it_moved() =>
        Between("""{"members":[{"person":"a"},{"person":"b","title":"old"}]}""", """{"members":[{"person":"b","title":"new"},{"person":"a"}]}""")
            .ShouldBe([("members[0].title", ChangeKind.Changed), ("members", ChangeKind.Reordered)]);

    [Fact]
    public void An_item_that_comes_first_does_not_make_the_others_change() =>
        Between("""{"outcomes":[{"text":"one"},{"text":"two"}]}""", """{"outcomes":[{"text":"zero"},{"text":"one"},{"text":"two"}]}""").ShouldBe([("outcomes[0]", ChangeKind.Added)]);

    [Fact]
    public void A_reworded_item_between_equal_ones_is_a_change_of_its_text() =>
        Between("""{"outcomes":[{"text":"one"},{"text":"two"},{"text":"three"}]}""", """{"outcomes":[{"text":"one"},{"text":"2"},{"text":"three"}]}""").ShouldBe([("outcomes[1].text", ChangeKind.Changed)]);

    [Fact]
    public void What_was_removed_is_named_where_it_stood() =>
        Between("""{"note":"n","topics":["a","b","c"]}""", """{"topics":["a","c"]}""").ShouldBe([("topics[1]", ChangeKind.Removed), ("note", ChangeKind.Removed)]);

    private static List<(string, ChangeKind)> Between(string? before, string after) =>
        [.. DocumentChanges.Between(before is null ? null : JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject()).Select(c => (c.Path, c.Kind))];
}
