using NegotiationTracker.Web.Desk.Picking;

namespace NegotiationTracker.Web.Desk.Citing;

/// <summary>Names that one editor's form shows in many places, asked for once: of the sources that it cites, and of the parties.</summary>
internal sealed class NamesAtHand(RecordFinder finder)
{
    private static readonly string[] Party = ["parties"];

    private readonly Dictionary<string, Task<string>> _sources = new(StringComparer.Ordinal);
    private Task<IReadOnlyList<FoundRecord>>? _parties;

    /// <summary>Title of a source; its slug where it can't be found.</summary>
    public Task<string> SourceAsync(string slug) => _sources.TryGetValue(slug, out var known) ? known : _sources[slug] = TitleAsync(slug);

    /// <summary>All parties, those on which the most rests first.</summary>
    public Task<IReadOnlyList<FoundRecord>> PartiesAsync() => _parties ??= ReadPartiesAsync();

    private async Task<string> TitleAsync(string slug) => await finder.GetIfThereAsync([("sources", slug)]) is [var found, ..] ? found.Title : slug;

    private async Task<IReadOnlyList<FoundRecord>> ReadPartiesAsync()
    {
        try
        {
            return [.. (await finder.AllAsync(Party)).OrderByDescending(p => p.SourceCount)];
        }
        catch (Exception failure) when (RecordFinder.IsOutage(failure))
        {
            _parties = null;
            return [];
        }
    }
}
