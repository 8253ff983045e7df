using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Syntax;
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
        if (text.Count(c => c is '[' or '(') > MaxBrackets || Rendered(text) is not { } html) return $"<pre>{System.Net.WebUtility.HtmlEncode(text)}</pre>";
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var element in body.QuerySelectorAll("*").Reverse().ToList()) Clean(element);
        return body.InnerHtml;
    }

    // Null where Markdig refuses: it stops at quotations, lists and emphasis that are nested too deeply, as no editor writes them.
    private static string? Rendered(string text)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            // The page has its own h1 and h2 above.
            foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Clamp(heading.Level, 3, 5);
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
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
