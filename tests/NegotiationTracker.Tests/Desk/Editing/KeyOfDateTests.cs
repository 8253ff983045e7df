using System.Text.Json.Nodes;
using NegotiationTracker.Web.Desk.Editing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Editing;

public sealed class KeyOfDateTests
{
    [Theory]
    [InlineData("2025-05-24", "2025-05-24")]
    [InlineData("2025-05-23", "2025-05-23-2")]
    [InlineData("2025-05-24T10:00+03:00", "2025-05-24")]
    [InlineData("2025-05-24/2025-05-25", "2025-05-24-to-2025-05-25")]
    [InlineData("tomorrow", "")]
    [InlineData("", "")]
    public void It_is_the_day_and_no_other_batch_has_it(string date, string key)
    {
        var session = new EditSession(Guid.Empty, "exchanges", JsonNode.Parse("""{"batches":[{"key":"2025-05-23"},{"key":"2025-05-24"}]}""")!.AsObject(), 1);
        KeyOfDate.Of(session, "batches[1]", date).ShouldBe(key);
    }
}
