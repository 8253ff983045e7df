namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Words of the file and what they mean, first rule first. A text that no rule knows is a fault.</summary>
internal sealed class WordTable<T>(string what, params (string Words, T Value)[] rules) where T : struct, Enum
{
    /// <summary>The meaning of the first rule whose words stand in the text.</summary>
    public T? Find(string text)
    {
        foreach (var (words, value) in rules)
            if (text.Says(words)) return value;
        return null;
    }

    /// <summary>The same for a field of an item; unknown words are reported.</summary>
    public T Read(FactsNode node, string field, string text)
    {
        if (Find(text) is { } value) return value;
        node.Fault(field, $"'{text}' is not a known {what}.");
        return default;
    }
}
