using System.Text.Json.Nodes;
using NegotiationTracker.Web.Desk.Picking;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>The name in addresses that a title gives.</summary>
internal static class SlugOfTitle
{
    /// <summary>Whether the slug still follows the title: the record is new, and nobody wrote another one than the title before gave.</summary>
    public static bool Follows(EditSession session, string path, string titleBefore) =>
        session.IsNew && session.Text(path) is var slug && (slug.Length == 0 || slug == Of(session, titleBefore));

    /// <summary>Whether the slug of a document is the one that its title gives.</summary>
    public static bool IsMade(EditSession session, JsonObject document) =>
        session.IsNew && document["slug"]?.ToString() is { Length: > 0 } slug && slug == Of(session, document["title"]?.ToString() ?? "");

    /// <summary>The slug; empty while there is no title.</summary>
    public static string Of(EditSession session, string title) => string.IsNullOrWhiteSpace(title) ? "" : NewRecord.SlugOf(title, session.Kind.Key);
}
