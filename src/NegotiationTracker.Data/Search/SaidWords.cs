namespace NegotiationTracker.Data.Search;

/// <summary>The words of some texts, without regard to case: to tell whether another text says anything that they don't.</summary>
internal sealed class SaidWords
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _said;

    public SaidWords() => _said = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a text's words.</summary>
    /// <returns>Whether any of them was new.</returns>
    public bool Add(ReadOnlySpan<char> text)
    {
        var isNew = false;
        while (text.Length > 0)
        {
            var length = 0;
            while (length < text.Length && char.IsLetterOrDigit(text[length])) length++;
            if (length > 0) isNew |= _said.Add(text[..length]);
            text = text[Math.Min(length + 1, text.Length)..];
        }
        return isNew;
    }
}
