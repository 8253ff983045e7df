using NegotiationTracker.Web.Shared.Searching;

namespace NegotiationTracker.Web.Search;

/// <summary>What a search found.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="SearchedInstead">What was looked for in its place, because nothing has what was typed: "did you mean", answered.</param>
/// <param name="Total">How many records there are of the kind asked for, or of all.</param>
/// <param name="TotalIsExact">Whether that is all; otherwise it is the least that there are.</param>
/// <param name="Ranked">How many of them are ranked and can be listed.</param>
/// <param name="Kinds">How many there are by kind, at least.</param>
/// <param name="Hits">The best first.</param>
/// <param name="Period">What happened in the time that was typed.</param>
/// <param name="Ignored">Words that are too common to be looked for.</param>
/// <param name="Notes">What was cut, in sentences.</param>
/// <param name="Next">Address of the next page; absent on the last.</param>
internal sealed record SearchAnswer(
    string Query, string? SearchedInstead, int Total, bool TotalIsExact, int Ranked, IReadOnlyDictionary<string, int> Kinds, IReadOnlyList<HitAnswer> Hits, PeriodAnswer? Period,
    IReadOnlyList<string> Ignored, IReadOnlyList<string> Notes, string? Next);

/// <summary>A record that was found.</summary>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Url">Address of its page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Named">Another of its names that was found, where the title was not.</param>
/// <param name="Date">Its time, EDTF.</param>
/// <param name="Zone">IANA zone of a clock time.</param>
/// <param name="When">Its time for people.</param>
/// <param name="Place">Where.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Passage">Where in its text it was found, in parts.</param>
/// <param name="Disputed">Whether sources contradict each other on it.</param>
/// <param name="Sources">How many sources it rests on.</param>
internal sealed record HitAnswer(
    string Kind, string Slug, string Url, string Title, string? Named, string? Date, string? Zone, string? When, string? Place, string? Summary, IReadOnlyList<PassagePart> Passage, bool Disputed, int Sources);

/// <summary>What happened in the time that was typed.</summary>
/// <param name="Words">The time for people.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="About">What else was typed; the entries are then on the timeline only.</param>
/// <param name="Entries">How many entries of the timeline there are; absent where they were not counted.</param>
/// <param name="IsExact">Whether that is all.</param>
/// <param name="Url">The timeline of that time.</param>
/// <param name="Happened">The most important of the latest.</param>
internal sealed record PeriodAnswer(string Words, DateOnly From, DateOnly To, string? About, int? Entries, bool IsExact, string Url, IReadOnlyList<HappenedAnswer> Happened);

/// <summary>An entry of the timeline in a line.</summary>
internal sealed record HappenedAnswer(long Number, string Said, string Title, string Date, string? Zone, string When, string Url);

/// <summary>What somebody who is typing may mean.</summary>
internal sealed record SuggestAnswer(string Query, IReadOnlyList<SearchSuggestion> Suggestions);
