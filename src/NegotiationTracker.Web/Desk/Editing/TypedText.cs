using System.Text;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>A text, or a part of a long one, as the browser sends it.</summary>
/// <param name="Path">Where it was typed.</param>
/// <param name="Text">What; at most <see cref="TypedTexts.MaxPart"/> characters.</param>
/// <param name="More">Whether further parts of the same text follow.</param>
public sealed record TypedText(string Path, string Text, bool More);

/// <summary>Puts together what a browser sends in parts, and refuses what no editor page of ours would send.</summary>
internal sealed class TypedTexts(Func<string, Type?> typeAt)
{
    /// <summary>The most characters of a part: 96 KB as UTF-8 at worst, well below the hub's bound.</summary>
    public const int MaxPart = 16_000;

    /// <summary>The most parts in a message.</summary>
    public const int MaxParts = 200;

    /// <summary>The most characters in a message.</summary>
    public const int MaxMessage = 48_000;

    /// <summary>The most characters of one text; a field's own bound is lower and its fault is shown beside it.</summary>
    public const int MaxText = 100_000;

    // Parts of a long text, and short ones between them that a click sent ahead.
    private const int MaxUnfinished = 4;

    private readonly Dictionary<string, StringBuilder> _unfinished = new(StringComparer.Ordinal);

    /// <summary>The whole texts that a message completes; or why it is refused, and then nothing of it is taken.</summary>
    public (IReadOnlyList<(string Path, Type Type, string Text)> Whole, string? Refused) Take(IReadOnlyList<TypedText>? message)
    {
        var fault = Fault(message);
        var whole = new List<(string, Type, string)>();
        foreach (var part in fault is null ? message! : [])
        {
            if (!_unfinished.TryGetValue(part.Path, out var text)) _unfinished[part.Path] = text = new StringBuilder();
            text.Append(part.Text);
            if (text.Length > MaxText) fault = "a text that is too long";
            else if (_unfinished.Count > MaxUnfinished) fault = "too many unfinished texts";
            if (fault is not null) break;
            if (part.More) continue;
            _unfinished.Remove(part.Path);
            whole.Add((part.Path, typeAt(part.Path)!, text.ToString()));
        }
        if (fault is null) return (whole, null);
        _unfinished.Clear();
        return ([], fault);
    }

    private string? Fault(IReadOnlyList<TypedText>? message) => message switch
    {
        null => "an empty message",
        { Count: > MaxParts } => "too many texts",
        _ when message.Any(t => t?.Path is null || t.Text is null) => "an empty text",
        _ when message.Any(t => t.Text.Length > MaxPart) || message.Sum(t => t.Text.Length) > MaxMessage => "a part that is too long",
        _ when message.Any(t => typeAt(t.Path) is null) => "a place that the document does not have",
        _ => null,
    };
}
