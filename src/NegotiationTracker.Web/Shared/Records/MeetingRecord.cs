using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Shared.Records;

/// <summary>
/// An editor's Markdown as safe HTML. Markdig's DisableHtml lets javascript: links and data: images pass, so the rendered tree is cut down to
/// an allow-list; the length is bounded because nested brackets take quadratic time.
/// </summary>
internal static class MeetingRecord
{
    private const int MaxBrackets = 500;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "h3", "h4", "h5", "br", "hr", "code", "pre",
    };

    /// <summary>The HTML of a meeting record.</summary>
    public static string ToHtml(string markdown)
    {
        var text = markdown.Length <= RecordDocument.MaxLongText ? markdown : markdown[..RecordDocument.MaxLongText];
        if (text.Count(c => c is '[' or '(') > MaxBrackets) return $"<pre>{System.Net.WebUtility.HtmlEncode(text)}</pre>";
        var html = Markdown.ToHtml(text.Replace("\n# ", "\n### ").Replace("\n## ", "\n### "), Pipeline);
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var element in body.QuerySelectorAll("*").Reverse().ToList()) Clean(element);
        return body.InnerHtml;
    }

    private static void Clean(IElement element)
    {
        if (!Allowed.Contains(element.LocalName))
        {
            element.Replace([.. element.ChildNodes]);
            return;
        }
        var href = element.LocalName == "a" ? element.GetAttribute("href") : null;
        foreach (var attribute in element.Attributes.ToList()) element.RemoveAttribute(attribute.Name);
        if (href is not null && (href.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal))))
        {
            element.SetAttribute("href", href);
            element.SetAttribute("rel", "nofollow noopener");
        }
    }
}
