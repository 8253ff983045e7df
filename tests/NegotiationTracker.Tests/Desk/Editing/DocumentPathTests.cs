using System.Text.Json.Nodes;
using NegotiationTracker.Web.Desk.Editing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Editing;

public sealed class DocumentPathTests
{
    private static readonly JsonObject Document = JsonNode.Parse("""{"title":"T","batches":[{"figures":[{"best":1},{"best":2}]}],"when":{"date":"2025"}}""")!.AsObject();

    [Theory]
    [InlineData("title", "T")]
    [InlineData("when.date", "2025")]
    [InlineData("batches[0].figures[1].best", "2")]
    [InlineData("batches[0].figures[2].best", null)]
    [InlineData("batches[0]figures[0]", """{"best":1}""")]
    [InlineData("batches[x]", null)]
    [InlineData("batches[1234567]", null)]
    [InlineData("batches[", """[{"figures":[{"best":1},{"best":2}]}]""")]
    [InlineData("title.none", null)]
    public void What_stands_at_a_path_is_found_and_nothing_else(string path, string? value) => (DocumentPath.Get(Document, path) is { } found ? found is JsonValue ? found.ToString() : found.ToJsonString() : null).ShouldBe(value);

    [Fact]
    public void What_is_missing_on_the_way_is_made()
    {
        var made = new JsonObject();
        DocumentPath.Set(made, "batches[0].when.date", "2025-06");
        made.ToJsonString().ShouldBe("""{"batches":[{"when":{"date":"2025-06"}}]}""");
        Should.Throw<ArgumentException>(() => DocumentPath.Set(made, "batches[5].key", "x"));
    }
}
