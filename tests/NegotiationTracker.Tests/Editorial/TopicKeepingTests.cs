using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Tests.Shared.Live;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

/// <summary>Topics that an admin keeps on another node, seen by a program over the same database. What is known is the process's own, so each test has topics of its own.</summary>
public sealed class TopicKeepingTests(TestDatabases databases) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private LiveNode _node = null!;
    private Guid _admin;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // The other node: it shares nothing with the program but the database.
    private TopicKeeping Elsewhere => new(_database.Desk, TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        _node = await LiveNode.StartAsync(_database);
        _admin = await Colleagues.AddAsync(_database, Role.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_topic_added_elsewhere_can_be_published_filtered_by_and_said_in_other_words_here()
    {
        var talks = Samples.Talks("grain", "Talks on grain") with { Topics = ["grain-exports"] };
        talks.Faults().ShouldContain(f => f.Field == "topics[0]" && f.Reason.Contains("'grain-exports' is not a topic", StringComparison.Ordinal));
        (await _node.Client.GetStringAsync("/timeline?topic=grain-exports", Stop)).ShouldContain("There is no topic");

        (await Elsewhere.AddAsync(_admin, "grain-exports", " Grain exports ", Stop))!.Fault.ShouldBeNull();
        await UntilAsync(() => Task.FromResult(Topic.Find("grain-exports") is not null));
        talks.Faults().ShouldBeEmpty();
        await _node.PublishAsync(talks);
        var timeline = await _node.Client.GetStringAsync("/timeline?topic=grain-exports", Stop);
        foreach (var words in new[] { "Talks on grain", "Grain exports" }) timeline.ShouldContain(words);
        timeline.ShouldNotContain("There is no topic");
        (await _node.Client.GetStringAsync("/talks/grain", Stop)).ShouldContain("Grain exports");

        (await Elsewhere.RenameAsync(_admin, "grain-exports", "Grain and oil", Stop))!.Fault.ShouldBeNull();
        await UntilAsync(async () => (await _node.Client.GetStringAsync("/talks/grain", Stop)).Contains("Grain and oil", StringComparison.Ordinal));
        (await Elsewhere.ListAsync(Stop)).Single(t => t.Topic.Key == "grain-exports").Records.ShouldBe(1);
    }

    [Fact]
    public async Task A_retired_topic_is_not_offered_any_more_and_stays_valid_where_it_is()
    {
        await Elsewhere.AddAsync(_admin, "retired-one", "Retired one", Stop);
        await UntilAsync(() => Task.FromResult(Topic.Offered.Any(t => t.Key == "retired-one")));
        var talks = Samples.Talks("old", "Old talks") with { Topics = ["retired-one"] };
        await _node.PublishAsync(talks);

        (await Elsewhere.OfferAsync(_admin, "retired-one", offered: false, Stop))!.Fault.ShouldBeNull();
        await UntilAsync(() => Task.FromResult(Topic.Offered.All(t => t.Key != "retired-one")));
        (talks with { Title = "Old talks, amended" }).Faults().ShouldBeEmpty();
        await _node.PublishAsync(talks with { Title = "Old talks, amended" });
        (await _node.Client.GetStringAsync("/timeline?topic=retired-one", Stop)).ShouldContain("Retired one");
        (Samples.Talks() with { Topics = ["nonsense"] }).Faults().Single().Reason.ShouldNotContain("retired-one");

        (await Elsewhere.OfferAsync(_admin, "retired-one", offered: false, Stop))!.Fault!.ShouldContain("Nothing was changed");
        (await Elsewhere.OfferAsync(_admin, "retired-one", offered: true, Stop))!.Fault.ShouldBeNull();
        await UntilAsync(() => Task.FromResult(Topic.Offered.Any(t => t.Key == "retired-one")));
        await using var desk = new DeskContext(_database.DeskOptions);
        (await desk.Audit.Where(a => a.Subject == "topic retired-one").OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Stop)).ShouldBe([AuditAction.TopicAdded, AuditAction.TopicRetired, AuditAction.TopicOffered]);
    }

    [Theory]
    [InlineData("Not a slug", "Words", "lower-case letters")]
    [InlineData("no-label", " ", "label of at most 60")]
    [InlineData("long-label", "1234567890123456789012345678901234567890123456789012345678901", "label of at most 60")]
    [InlineData("energy", "Another label", "There is a topic 'energy' already")]
    [InlineData("current", "ENERGY", "The topic 'energy' is called that already")]
    public async Task A_topic_that_can_not_be_is_refused_with_the_reason(string key, string label, string reason)
    {
        (await Elsewhere.AddAsync(_admin, key, label, Stop))!.Fault!.ShouldContain(reason);
        if (key == "current") (await Elsewhere.RenameAsync(_admin, "territory", label, Stop))!.Fault!.ShouldContain(reason);
        (await Elsewhere.ListAsync(Stop)).Select(t => t.Topic).ShouldBe(Topic.Codebook);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 100 && !await isSo(); i++) await Task.Delay(100, Stop);
        (await isSo()).ShouldBeTrue();
    }
}
