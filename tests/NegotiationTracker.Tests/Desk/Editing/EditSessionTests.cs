using System.Text.Json.Nodes;
using NegotiationTracker.Web.Desk.Editing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Editing;

public sealed class EditSessionTests
{
    [Theory]
    [InlineData("""{"actual":{"date":"2025-06-01"},"planned":{"date":"2024-06"},"outcomes":[{"when":{"date":"2025"}}]}""", 2025)]
    [InlineData("""{"title":"Roadmap of Ukraine, June 2024"}""", 2024)]
    [InlineData("""{"title":"1,000 for 1000","actual":{"date":"../2024"},"planned":{"date":"0012"}}""", null)]
    public void The_year_of_a_record_is_the_one_of_its_dates_or_of_its_title_or_this_one(string document, int? year) =>
        new EditSession(Guid.Empty, "talks", JsonNode.Parse(document)!.AsObject(), 1).Year().ShouldBe(year ?? TimeProvider.System.GetUtcNow().Year);
}
