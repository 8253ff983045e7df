namespace NegotiationTracker.Web.Timeline;

/// <summary>A page of the timeline in the API.</summary>
/// <param name="Entries">Entries, newest first; of one moment the most important first.</param>
/// <param name="Next">Address of the next page; absent on the last.</param>
/// <param name="Names">Names of the parties, people and processes in it.</param>
/// <param name="Sources">The sources that they rest on.</param>
internal sealed record TimelineAnswer(IReadOnlyList<EntryAnswer> Entries, string? Next, NamesAnswer Names, IReadOnlyList<SourceAnswer> Sources);

/// <summary>Names by slug.</summary>
internal sealed record NamesAnswer(IReadOnlyDictionary<string, string> Parties, IReadOnlyDictionary<string, string> People, IReadOnlyDictionary<string, string> Processes);

/// <summary>One entry with what an analyst asks next.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Until">When it stopped being current, UTC; absent for a current one.</param>
/// <param name="SupersededBy">Number of the current entry that stands in its place.</param>
/// <param name="Title">Title of the record.</param>
/// <param name="Names">Names of the parties, people and processes of the entry and its threads.</param>
/// <param name="Sources">What it rests on.</param>
/// <param name="Conflict">What sources disagree on.</param>
/// <param name="Threads">Entries that hang together with it, in the order of time: of the same record, and of records that refer to it or that it refers to.</param>
internal sealed record EntryDetail(
    EntryAnswer Entry, DateTimeOffset? Until, long? SupersededBy, string Title, NamesAnswer Names, IReadOnlyList<SourceAnswer> Sources, IReadOnlyList<ConflictAnswer> Conflict, IReadOnlyList<EntryAnswer> Threads);

/// <summary>What sources disagree on.</summary>
/// <param name="Field">The field, for people.</param>
/// <param name="Note">The editors' note.</param>
/// <param name="Values">The rival values.</param>
internal sealed record ConflictAnswer(string Field, string Note, IReadOnlyList<RivalAnswer> Values);

/// <summary>A rival value.</summary>
/// <param name="Value">As reported.</param>
/// <param name="Claimants">Who says so.</param>
/// <param name="SetAside">Whether the editors hold it to be a slip or outdated.</param>
internal sealed record RivalAnswer(string Value, IReadOnlyList<string> Claimants, bool SetAside);

/// <summary>How many entries each choice of a filter would leave.</summary>
/// <param name="Total">Entries that pass all filters.</param>
/// <param name="Disputed">How many of them are disputed.</param>
/// <param name="Cut">Which counts are of the newest entries alone, in a sentence; absent where all were counted.</param>
internal sealed record CountsAnswer(
    int Total, int Disputed, string? Cut, IReadOnlyList<CountAnswer> Kinds, IReadOnlyList<CountAnswer> Parties, IReadOnlyList<CountAnswer> Topics, IReadOnlyList<CountAnswer> Processes, IReadOnlyList<CountAnswer> People);

/// <summary>A choice of a filter.</summary>
internal sealed record CountAnswer(string Key, string Label, int Entries);
