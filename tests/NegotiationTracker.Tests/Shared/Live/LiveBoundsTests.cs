using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Live;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Live;

/// <summary>What the live channel refuses, ends and never keeps.</summary>
public sealed class LiveBoundsTests(TestDatabases databases) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private LiveNode _node = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        _node = await LiveNode.StartAsync(_database, "--Live:Readers", "3", "--Live:Heartbeat", "00:00:00.300", "--Live:Patience", "00:00:01");
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task It_is_a_plain_stream_that_nobody_keeps_or_packs_and_that_shows_signs_of_life()
    {
        using var reader = await _node.ListenAsync();
        reader.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        reader.Response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        reader.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        reader.Response.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        reader.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await reader.BlockAsync())!.ShouldContain(": still here");
        (await reader.BlockAsync())!.ShouldContain(": still here");
    }

    [Theory]
    [InlineData("?about=nonsense")]
    [InlineData("?about=talks/")]
    [InlineData("?since=-1")]
    [InlineData("?since=99999999999999999999")]
    [InlineData("?since=yesterday")]
    public async Task What_it_does_not_understand_it_refuses(string query)
    {
        using var answer = await _node.Client.GetAsync("/live" + query, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
    }

    [Fact]
    public async Task HEAD_ends()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/live");
        using var answer = await _node.Client.SendAsync(request, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        _node.Get<LiveSeats>().Taken.ShouldBe(0);
    }

    [Fact]
    public async Task One_reader_too_many_is_told_when_to_try_again_and_gets_a_seat_that_became_free()
    {
        var readers = new List<LiveReader>();
        for (var i = 0; i < 3; i++) readers.Add(await _node.ListenAsync());
        using var refused = await _node.Client.GetAsync("/live", Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(60));

        readers[0].Dispose();
        await SeatsAsync(2);
        readers[0] = await _node.ListenAsync();
        readers.ForEach(r => r.Dispose());
        await SeatsAsync(0);
    }

    [Fact]
    public async Task A_reader_who_takes_nothing_is_dropped_and_the_others_are_not()
    {
        using var quick = await _node.ListenAsync("?about=talks");
        using var slow = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2_048 };
        await slow.ConnectAsync(IPAddress.Loopback, _node.Client.BaseAddress!.Port, Stop);
        await slow.SendAsync(Encoding.ASCII.GetBytes("GET /live?about=talks HTTP/1.1\r\nHost: localhost\r\n\r\n"), Stop);
        await SeatsAsync(2);

        // Announced, not published: some megabytes are needed until the system's own buffers are full.
        var publications = _node.Get<Publications>();
        var much = Enumerable.Range(0, LiveStream.MostNamed).Select(i => new PublicationChange("talks", new string((char)('a' + (i % 26)), 180) + i, PublicationAct.Amended)).ToList();
        var (position, heard) = (publications.Position!.Value, 0);
        var watch = Stopwatch.StartNew();
        while (_node.Get<LiveSeats>().Taken == 2 && watch.Elapsed < TimeSpan.FromSeconds(40))
        {
            publications.Announce(new Announcement(++position, much));
            await quick.NextAsync();
            heard++;
        }

        _node.Get<LiveSeats>().Taken.ShouldBe(1, $"after {heard} events");
        publications.Announce(new Announcement(++position, much));
        (await quick.NextAsync()).Id.ShouldBe($"{position}");
    }

    [Fact]
    public async Task The_program_stops_at_once_though_somebody_listens()
    {
        using var reader = await _node.ListenAsync();
        var watch = Stopwatch.StartNew();
        await _node.App.StopAsync(Stop);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        while (await reader.BlockAsync() is not null)
        {
            // Signs of life sent before the end.
        }
    }

    private async Task SeatsAsync(int taken)
    {
        for (var tries = 0; tries < 200 && _node.Get<LiveSeats>().Taken != taken; tries++) await Task.Delay(50, Stop);
        _node.Get<LiveSeats>().Taken.ShouldBe(taken);
    }
}
