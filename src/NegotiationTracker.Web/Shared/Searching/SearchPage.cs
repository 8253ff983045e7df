using System.Globalization;
using NegotiationTracker.Data.Chronology;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>What was found.</summary>
public sealed record SearchPage
{
    /// <summary>The hits that were asked for, the best first.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>How many there are by kind, whatever kind was asked for.</summary>
    public SearchCounts Counts { get; init; } = SearchCounts.None;

    /// <summary>How many hits there are of the kind that was asked for, or of all; exact where <see cref="IsExact"/>.</summary>
    public int Total { get; init; }

    /// <summary>Whether <see cref="Total"/> is not only the least that there are.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>How many hits are ranked and can be listed, at most <see cref="SearchBounds.Ranked"/>.</summary>
    public int Ranked { get; init; }

    /// <summary>What was searched for instead, because nothing has what was typed.</summary>
    public string? Instead { get; init; }

    /// <summary>Words that are too common to be looked for.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What happened in the time that was typed.</summary>
    public SearchPeriod? Period { get; init; }

    /// <summary>Why nothing could be looked for, or what was cut, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A record that was found.</summary>
public sealed record SearchHit(string Kind, string Slug, string Title, string? Summary, string? Date, string? Zone, string? Place, int SourceCount, bool Disputed)
{
    /// <summary>Address of its page.</summary>
    public string Href => Links.To(Kind, Slug);

    /// <summary>The title with what was found in it.</summary>
    public IReadOnlyList<PassagePart> Marked { get; init; } = [];

    /// <summary>Another name that was found, where the title does not have it.</summary>
    public IReadOnlyList<PassagePart> Named { get; init; } = [];

    /// <summary>Where in its text it was found; its summary where only names were.</summary>
    public IReadOnlyList<PassagePart> Passage { get; init; } = [];
}

/// <summary>Part of a text: what was found, or what stands between.</summary>
public sealed record PassagePart(string Text, bool IsMatch = false);

/// <summary>What happened in a time, as far as a page of hits shows it.</summary>
/// <param name="Words">The time in words.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Entries">The most important of the latest entries, in the order of time.</param>
/// <param name="Count">How many entries there are.</param>
/// <param name="IsExact">Whether they were counted to the end.</param>
/// <param name="About">What else was typed beside the time; empty where it was the time alone.</param>
public sealed record SearchPeriod(string Words, DateOnly First, DateOnly Last, IReadOnlyList<TimelineEntry> Entries, int Count, bool IsExact, string About)
{
    /// <summary>Address of the timeline of that time.</summary>
    public string Href => Links.With("/timeline", ("q", About), ("from", First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
