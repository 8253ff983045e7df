namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>The element id of a place in a document: <c>members[3].title</c> is <c>f-members-3--title</c>.</summary>
internal static class DocumentId
{
    /// <summary>The id of the control of a path.</summary>
    public static string Of(string path) => "f-" + string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
