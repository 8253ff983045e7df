using NegotiationTracker.Web.Desk.Forms;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>A text that a browser kept because it was never told that it is saved.</summary>
/// <param name="Path">Where it was typed.</param>
/// <param name="Text">What.</param>
/// <param name="Base">The text that stood there when the typing began; null where it is not known.</param>
/// <param name="At">When it was typed last.</param>
public sealed record BrowserText(string Path, string Text, string? Base, DateTimeOffset At);

/// <summary>An unsaved text that is offered back, beside what the draft says now.</summary>
/// <param name="Text">The text.</param>
/// <param name="Now">What the draft says there now.</param>
/// <param name="HasPlace">Whether the document still has the place.</param>
public sealed record Offer(BrowserText Text, string Now, bool HasPlace)
{
    /// <summary>Whether nobody changed the field since the typing began.</summary>
    public bool IsUndisturbed => HasPlace && Text.Base == Now;

    /// <summary>The offer of a text; null when the draft says the same.</summary>
    internal static Offer? Of(BrowserText text, EditSession session)
    {
        var type = TypedPlaces.TypeAt(session.Kind, text.Path);
        var now = type is null ? "" : TypedValue.Text(session.Get(text.Path));
        return now == text.Text || (type is not null && TypedValue.Text(TypedValue.Of(type, text.Text)) == now) ? null : new Offer(text, now, type is not null);
    }

    /// <summary>Puts it into the draft; false when there is no place for it any more.</summary>
    internal bool PutBack(EditSession session)
    {
        if (TypedPlaces.TypeAt(session.Kind, Text.Path) is not { } type) return false;
        try
        {
            session.Set(Text.Path, TypedValue.Of(type, Text.Text));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
