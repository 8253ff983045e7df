namespace NegotiationTracker.Data.Records;

/// <summary>One reason why a document can't be taken: where it is and what is wrong, for people.</summary>
/// <param name="Field">Path in the document, such as <c>members[3].person</c>.</param>
/// <param name="Reason">One sentence that says what is wrong and what is expected.</param>
public sealed record Fault(string Field, string Reason);

/// <summary>One relation between records, found in a document.</summary>
/// <param name="Kind">Kind of the record referred to.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Role">What it is here: <c>participant</c>, <c>head</c>, <c>source</c>, ...</param>
/// <param name="Field">Path in the document where it stands.</param>
public sealed record Reference(string Kind, string Slug, string Role, string Field);
