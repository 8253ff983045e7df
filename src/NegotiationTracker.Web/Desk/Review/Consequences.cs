using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Desk.Review;

/// <summary>What else changes when a document becomes public: the chronology, the arithmetic, the names by which it is found, its address.</summary>
internal static class Consequences
{
    /// <summary>The consequences, the weightiest first.</summary>
    /// <param name="before">What is public; empty for a new record.</param>
    /// <param name="after">What is to be public.</param>
    /// <param name="nameOf">Short name of a party.</param>
    public static IReadOnlyList<Consequence> Of(RecordDocument? before, RecordDocument after, Func<string, string> nameOf)
    {
        var kind = Kinds.Get(after.Kind);
        return
        [
            .. Findings(kind, before, after, nameOf),
            .. Timeline(before is null ? [] : [.. kind.Chronology(before)], [.. kind.Chronology(after)]),
            .. Names(kind, before, after),
            .. before is not null && before.Slug != after.Slug ? [new Consequence("Address", $"The record moves to /{kind.Key}/{after.Slug}; /{kind.Key}/{before.Slug} leads there from now on.", [], IsWarning: false)] : Array.Empty<Consequence>(),
        ];
    }

    private static IEnumerable<Consequence> Findings(RecordKind kind, RecordDocument? before, RecordDocument after, Func<string, string> nameOf)
    {
        var was = before is null ? [] : kind.Findings(before, nameOf);
        var now = kind.Findings(after, nameOf);
        var lost = was.Where(f => f.Holds && !now.Contains(f)).ToList();
        var come = now.Except(was).ToList();
        if (lost.Count > 0) yield return new("Arithmetic", $"{Words.Count(lost.Count, "sum no longer stands", "sums no longer stand")}:", [.. lost.Select(f => f.Sentence)], IsWarning: come.Exists(f => !f.Holds));
        if (come.Count > 0) yield return new("Arithmetic", before is null ? "The figures give:" : "The figures give now:", [.. come.Select(f => f.Sentence)], IsWarning: come.Exists(f => !f.Holds) && before is not null);
    }

    private static IEnumerable<Consequence> Timeline(List<TimelineDraft> was, List<TimelineDraft> now)
    {
        Pair(was, now, (a, b) => a == b);
        var told = Pair(was, now, (a, b) => a.Kind == b.Kind && a.When == b.When);
        var moved = Pair(was, now, (a, b) => a.Kind == b.Kind && a.Title == b.Title);
        moved.AddRange(Pair(was, now, (a, b) => a.Kind == b.Kind));
        if (moved.Count > 0) yield return new("Timeline", $"Moves {Entries(moved.Count)}:", [.. moved.Select(m => $"{m.Now.Title}: from {m.Was.When.Words()} to {m.Now.When.Words()}")], IsWarning: false);
        if (now.Count > 0) yield return new("Timeline", $"Adds {Entries(now.Count)}:", [.. now.Select(Line)], IsWarning: false);
        if (was.Count > 0) yield return new("Timeline", $"Takes {Entries(was.Count)} away:", [.. was.Select(Line)], IsWarning: true);
        if (told.Count > 0) yield return new("Timeline", $"Words {Entries(told.Count)} differently:", [.. told.Select(t => t.Was.Title == t.Now.Title ? Line(t.Now) : $"“{t.Was.Title}” is now “{t.Now.Title}”")], IsWarning: false);
    }

    private static IEnumerable<Consequence> Names(RecordKind kind, RecordDocument? before, RecordDocument after)
    {
        if (before is null) yield break;
        var was = kind.Names(before).Select(n => n.Value).Append(before.Title).ToHashSet(StringComparer.Ordinal);
        var now = kind.Names(after).Select(n => n.Value).Append(after.Title).ToHashSet(StringComparer.Ordinal);
        if (now.Except(was).ToList() is { Count: > 0 } come) yield return new("Search", "Is found by these names too:", come, IsWarning: false);
        if (was.Except(now).ToList() is { Count: > 0 } gone) yield return new("Search", "Is no longer found by these names:", gone, IsWarning: true);
    }

    // Takes out of both lists what fits together, in order.
    private static List<(TimelineDraft Was, TimelineDraft Now)> Pair(List<TimelineDraft> was, List<TimelineDraft> now, Func<TimelineDraft, TimelineDraft, bool> fits)
    {
        var pairs = new List<(TimelineDraft, TimelineDraft)>();
        foreach (var old in was.ToList())
        {
            if (now.Find(n => fits(old, n)) is not { } twin) continue;
            was.Remove(old);
            now.Remove(twin);
            pairs.Add((old, twin));
        }
        return pairs;
    }

    private static string Entries(int count) => Words.Count(count, "timeline entry", "timeline entries");

    private static string Line(TimelineDraft entry) => $"{entry.When.Words()}: {entry.Title}";
}

/// <summary>Something that changes with a record.</summary>
/// <param name="Where">What it changes: the timeline, the arithmetic.</param>
/// <param name="Sentence">What happens.</param>
/// <param name="Lines">To what.</param>
/// <param name="IsWarning">Whether a reviewer should look twice.</param>
public sealed record Consequence(string Where, string Sentence, IReadOnlyList<string> Lines, bool IsWarning);
