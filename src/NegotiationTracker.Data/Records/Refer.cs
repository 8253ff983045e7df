namespace NegotiationTracker.Data.Records;

/// <summary>Paths in documents, and references that name their kind.</summary>
internal static class Refer
{
    /// <summary><c>citations</c> and 2 give <c>citations[2]</c>.</summary>
    public static string At(string path, int index) => $"{path}[{index}]";

    /// <summary>A <c>kind/slug</c> text as a reference; without a slash the kind is empty, which resolves to nothing.</summary>
    public static Reference Open(string text, string role, string field) =>
        text.IndexOf('/') is > 0 and var at ? new(text[..at], text[(at + 1)..], role, field) : new("", text, role, field);

    /// <summary>References of one kind and role from a list of slugs.</summary>
    public static IEnumerable<Reference> Each(IEnumerable<string> slugs, string kind, string role, string field) =>
        slugs.Select((slug, i) => new Reference(kind, slug, role, $"{field}[{i}]"));

    /// <summary>References of open kind from a list of <c>kind/slug</c>.</summary>
    public static IEnumerable<Reference> EachOpen(IEnumerable<string> texts, string role, string field) =>
        texts.Select((text, i) => Open(text, role, $"{field}[{i}]"));

    /// <summary>One reference, when there is one.</summary>
    public static IEnumerable<Reference> One(string? slug, string kind, string role, string field) =>
        slug is null ? [] : [new Reference(kind, slug, role, field)];

    /// <summary>One reference of open kind, when there is one.</summary>
    public static IEnumerable<Reference> OneOpen(string? text, string role, string field) => text is null ? [] : [Open(text, role, field)];
}
