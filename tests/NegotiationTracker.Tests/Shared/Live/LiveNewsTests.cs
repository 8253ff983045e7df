using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Live;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Live;

/// <summary>What readers are told, on two nodes over one database.</summary>
public sealed class LiveNewsTests(TestDatabases databases) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private LiveNode _one = null!;
    private LiveNode _other = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        _one = await LiveNode.StartAsync(_database);
        _other = await LiveNode.StartAsync(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_publication_through_one_node_is_told_and_shown_by_the_other()
    {
        await _one.PublishAsync(Samples.Talks("talks-1", "As first known"));
        using var reader = await _other.ListenAsync("?about=talks/talks-1&since=0");
        (await reader.NextAsync()).Data.ShouldBe("""{"changes":[{"record":"talks/talks-1","act":"published"}],"more":0}""");
        (await _other.Client.GetStringAsync("/talks/talks-1", Stop)).ShouldContain("As first known");

        await _one.PublishAsync(Samples.Talks("talks-1", "As known later"));
        (await reader.NextAsync()).Data.ShouldBe("""{"changes":[{"record":"talks/talks-1","act":"amended"}],"more":0}""");
        (await _other.Client.GetStringAsync("/talks/talks-1", Stop)).ShouldContain("As known later");

        await _one.Get<Publisher>().RetractAsync("talks", "talks-1", "Counted twice.", "test", Stop);
        (await reader.NextAsync()).Data.ShouldBe("""{"changes":[{"record":"talks/talks-1","act":"retracted"}],"more":0}""");
        await _one.PublishAsync(Samples.Talks("talks-1", "After all"));
        (await reader.NextAsync()).Data.ShouldBe("""{"changes":[{"record":"talks/talks-1","act":"published"}],"more":0}""");
    }

    [Fact]
    public async Task Who_comes_back_to_another_node_gets_exactly_what_was_missed()
    {
        using (var reader = await _one.ListenAsync("?since=0"))
        {
            await _one.PublishAsync(Samples.Talks("seen"));
            var (id, _) = await reader.NextAsync();
            await _other.PublishAsync(Samples.Talks("missed"));
            await _other.PublishAsync(Samples.Talks("missed", "Amended before anybody saw it"));
            await PositionsAsync();

            using var back = await _other.ListenAsync("?since=0", lastEventId: id);
            var (next, data) = await back.NextAsync();
            data.ShouldBe("""{"changes":[{"record":"talks/missed","act":"published"}],"more":0}""");
            long.Parse(next).ShouldBeGreaterThan(long.Parse(id));
            next.ShouldBe($"{_one.Get<Publications>().Position}");
        }
    }

    [Fact]
    public async Task A_listener_that_lost_its_connection_misses_nothing()
    {
        using var reader = await _one.ListenAsync();
        await TestDatabase.AskAsync(_database.Owner, "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'negotiationtracker desk' and datname = current_database()");
        var publisher = new Publisher(_database.Desk, TimeProvider.System);
        await publisher.PublishAsync([Samples.Source, Samples.Process, Samples.Talks("unheard")], "test", null, ct: Stop);

        (await reader.NextAsync()).Data.ShouldContain("talks/unheard");
        await publisher.PublishAsync([Samples.Talks("heard")], "test", null, ct: Stop);
        (await reader.NextAsync()).Data.ShouldContain("talks/heard");
    }

    [Fact]
    public async Task Each_page_is_told_of_what_it_shows_and_of_nothing_else()
    {
        using var happened = await _one.ListenAsync();
        using var talks = await _one.ListenAsync("?about=talks");
        using var record = await _one.ListenAsync("?about=talks/talks-7");
        await _one.PublishAsync();
        await _one.PublishAsync(Enumerable.Range(1, 60).Select(i => Samples.Talks($"talks-{i}")));

        var (_, all) = await happened.NextAsync();
        all.ShouldNotContain("sources/");
        all.ShouldContain("\"more\":10");
        all.Split("\"record\"").Length.ShouldBe(1 + LiveStream.MostNamed);
        (await talks.NextAsync()).Data.ShouldBe(all);
        (await record.NextAsync()).Data.ShouldBe("""{"changes":[{"record":"talks/talks-7","act":"published"}],"more":0}""");
    }

    [Fact]
    public async Task A_circuit_hears_until_it_is_disposed()
    {
        var heard = new List<Announcement>();
        var subscription = _one.Get<Publications>().Subscribe(heard.Add);
        using var failing = _one.Get<Publications>().Subscribe(_ => throw new InvalidOperationException("a broken circuit"));
        await _one.PublishAsync(Samples.Talks());
        await PositionsAsync();
        heard.SelectMany(a => a.Changes).Select(c => $"{c.Kind} {c.Act}").ShouldBe(["processes Published", "sources Published", "talks Published"], ignoreOrder: true);
        subscription.Dispose();
        await _one.PublishAsync(Samples.Talks("talks-2"));
        await PositionsAsync();
        heard.SelectMany(a => a.Changes).ShouldNotContain(c => c.Slug == "talks-2");
    }

    private async Task PositionsAsync()
    {
        await using var last = _database.Reader.CreateCommand("""select (extract(epoch from max("from")) * 1000000)::bigint from record.publications""");
        var position = (long)(await last.ExecuteScalarAsync(Stop))!;
        for (var tries = 0; tries < 200 && (_one.Get<Publications>().Position < position || _other.Get<Publications>().Position < position); tries++) await Task.Delay(50, Stop);
        _one.Get<Publications>().Position.ShouldBe(position);
        _other.Get<Publications>().Position.ShouldBe(position);
    }
}
