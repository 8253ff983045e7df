using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace NegotiationTracker.Web.Shared.Live;

/// <summary>What one reader is sent. Everything that happened since the last sending goes into one event, so a burst is one line for the reader.</summary>
internal sealed class LiveStream(PipeWriter output, Publications publications, PublicationHistory history, LiveOptions options)
{
    /// <summary>The last moment that a date can hold, in microseconds: no position lies after it.</summary>
    public static readonly long LastPosition = PublicationHistory.Position(DateTimeOffset.MaxValue);

    /// <summary>Records named in one event; of more only the number is told.</summary>
    public const int MostNamed = 50;

    // Enough to count for any reader; beyond it the number is a lower bound.
    private const int MostCounted = 20_000;

    /// <summary>Sends until told to stop, or until the reader does not take what is sent.</summary>
    public async Task RunAsync(Interest about, long? since, CancellationToken ct)
    {
        var seen = publications.Latest;
        var position = seen.Position ?? 0;
        await SendAsync("retry: 3000\n\n", ct);
        if (since < position) await TellAsync(await history.ReadAsync(since.Value, position, about, MostCounted, ct), position, ct);
        while (true)
        {
            await Task.WhenAny(seen.Next, Task.Delay(options.Heartbeat, ct));
            ct.ThrowIfCancellationRequested();
            var changes = new List<PublicationChange>();
            var before = position;
            var isPartial = false;
            while (seen.Next.IsCompletedSuccessfully)
            {
                seen = await seen.Next;
                isPartial |= seen.IsPartial;
                changes.AddRange(seen.Changes.Where(about.Matches));
                position = seen.Position ?? position;
            }
            if (isPartial) changes = await history.ReadAsync(before, position, about, MostCounted, ct);
            await TellAsync(changes, position, ct);
        }
    }

    private Task TellAsync(List<PublicationChange> changes, long position, CancellationToken ct)
    {
        // A sign of life. The browser learns from it how far we are, though nothing concerned it, and will ask for less when it connects again.
        if (changes.Count == 0) return SendAsync($": still here\nid: {position}\n\n", ct);
        var records = new OrderedDictionary<string, PublicationChange>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var name = $"{change.Kind}/{change.Slug}";
            records[name] = records.TryGetValue(name, out var earlier) ? earlier.Then(change) : change;
        }
        var news = new News(
            records.Take(MostNamed).Select(r => new Named(r.Key, r.Value.Act.ToString().ToLowerInvariant())), Math.Max(0, records.Count - MostNamed));
        return SendAsync($"id: {position}\ndata: {JsonSerializer.Serialize(news, JsonSerializerOptions.Web)}\n\n", ct);
    }

    private async Task SendAsync(string text, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(options.Patience);
        Encoding.UTF8.GetBytes(text, output);
        await output.FlushAsync(patience.Token);
    }

    private sealed record News(IEnumerable<Named> Changes, int More);

    private sealed record Named(string Record, string Act);
}
