using System.Text.Json.Nodes;
using NegotiationTracker.Web.Desk.Editing;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Editing;

public sealed class SlugOfTitleTests
{
    [Theory]
    [InlineData("Third round of direct talks, Istanbul", "third-round-of-direct-talks-istanbul")]
    [InlineData("  Çırağan Palace ", "ciragan-palace")]
    [InlineData("Third round – 23 July 2025", "third-round-23-july-2025")]
    [InlineData(" ", "")]
    public void A_title_gives_a_slug(string title, string slug) => SlugOfTitle.Of(Session([]), title).ShouldBe(slug);

    [Fact]
    public void A_long_title_gives_a_slug_that_fits() =>
        SlugOfTitle.Of(Session([]), string.Join(' ', Enumerable.Repeat("negotiations", 25))).Length.ShouldBeLessThanOrEqualTo(Data.Records.RecordDocument.MaxSlug);

    [Theory]
    [InlineData("", true)]
    [InlineData("third-round", true)]
    [InlineData("istanbul-3", false)]
    public void It_follows_the_title_until_somebody_writes_another(string slug, bool follows) =>
        SlugOfTitle.Follows(Session(new JsonObject { ["slug"] = slug }), "slug", "Third round").ShouldBe(follows);

    [Fact]
    public void That_of_a_published_record_never_follows() =>
        SlugOfTitle.Follows(new EditSession(Guid.Empty, "talks", new JsonObject { ["slug"] = "third-round" }, 1) { IsNew = false }, "slug", "Third round").ShouldBeFalse();

    private static EditSession Session(JsonObject document) => new(Guid.Empty, "talks", document, 1);
}
