namespace NegotiationTracker.Web.Shared.Errors;

/// <summary>What a page or an endpoint leaves for the error page that will stand in its place.</summary>
internal static class ErrorNotes
{
    private static readonly object Explained = new();
    private static readonly object Suggested = new();
    private static readonly object Missed = new();

    /// <summary>Says in a sentence what is wrong with the request.</summary>
    public static void Explain(this HttpContext context, string sentence) => context.Items[Explained] = sentence;

    public static string? Explanation(this HttpContext context) => context.Items[Explained] as string;

    /// <summary>Says what sort of record was looked for, in the singular.</summary>
    public static void Miss(this HttpContext context, string what) => context.Items[Missed] = what;

    public static string? Missing(this HttpContext context) => context.Items[Missed] as string;

    /// <summary>Names what the reader may have been looking for.</summary>
    public static void Suggest(this HttpContext context, IReadOnlyList<LinkView> links) => context.Items[Suggested] = links;

    public static IReadOnlyList<LinkView> Suggestions(this HttpContext context) => context.Items[Suggested] as IReadOnlyList<LinkView> ?? [];
}
