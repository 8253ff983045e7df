using System.Text.Json.Nodes;

namespace NegotiationTracker.BrowserTests.Desk;

/// <summary>Texts that try to act in the browser of whoever reads them, and texts that are only hard to show.</summary>
internal static class HostileTexts
{
    private const string Hit = "window.__hit=1";

    /// <summary>A word that is in all of them, by which the search finds them.</summary>
    public const string Word = "quuxhostile";

    /// <summary>Short enough for a title.</summary>
    public static IReadOnlyList<string> Short { get; } =
    [
        $"<script>{Hit}</script>", $"\"><script>{Hit}</script>", $"'><img src=x onerror={Hit}>", $"<img src=\"x\" onerror=\"{Hit}\">", $"<svg/onload={Hit}>", $"<svg><style><img src=x onerror={Hit}></style></svg>", $"<math><mtext><img src=x onerror={Hit}>",
        $"<iframe srcdoc=\"<script>parent.{Hit}</script>\">", $"<details open ontoggle={Hit}>", $"<a href=\"javascript:{Hit}\">a</a>", "<base href=//evil.example/>", "<style>*{display:none!important}</style>", "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=0;url=//evil.example>",
        $"[a](javascript:{Hit})", $"[a](JaVaScRiPt&colon;{Hit})", $"[a](java&#x0A;script:{Hit})", $"[a](&#106;&#97;vascript:{Hit})", $"<javascript:{Hit}>", $"![a](data:image/svg+xml,<svg onload={Hit}>)", "![a](//evil.example/pixel.gif)", $"[a](data:text/html,<script>{Hit}</script>)", $"[a](vbscript:{Hit})", "[a](/\\evil.example)", "<https://evil.example/%22onmouseover=alert(1)>",
        $"javascript:{Hit}", "</title></textarea></script></style><h1>", "<!-- <p", "</main></body></html>", "]]>", "{{7*7}} ${7*7} <%= 7*7 %> @(7*7)", "| a | b |\n|---|---|\n| <b> | c |", "\u202ereversed\u202d \u2066isolate", "bell\u0007 escape\u001b del\u007f c1\u0085", "a" + new string('\u0301', 100), "𝕳𝖔𝖘𝖙 👩‍👩‍👧‍👦 ﷽", "&lt;script&gt; &amp;amp; &#0; &#x202e;", "'; drop table record.records; --", "%00%0d%0aSet-Cookie:a=b", "\\u003cscript\\u003e \\u0000", "../../../etc/passwd",
    ];

    /// <summary>All of them, below the bound of a running text.</summary>
    public static string Long { get; } = $"{Word}\n\n{string.Join("\n\n", Short)}";

    /// <summary>A meeting record: all of them as Markdown, and quotations as deep as they go.</summary>
    public static string Record { get; } = $"{Long}\n\n{new string('>', 60)} deep\n\n| a | b |\n|---|---|\n| 1 | 2 |";

    /// <summary>What a browser is asked on a page: everything that acted, or could. Nothing of the page's own is in the way of that.</summary>
    public const string Acting = """
        () => {
          const found = window.__hit ? ['a script ran'] : [];
          const text = [...document.querySelectorAll('iframe, object, embed, base, math, style, marquee, link[href*="evil"], meta[http-equiv], script:not([src]):not([type="application/ld+json"])')];
          for (const e of text) if (!(e.matches('base') && e.getAttribute('href') === '/')) found.push('element ' + e.outerHTML.slice(0, 100));
          for (const e of document.querySelectorAll('*'))
            for (const a of e.attributes) {
              if (/^on/i.test(a.name)) found.push(`attribute ${a.name} of ${e.localName}`);
              if (/^(href|src|action|formaction|xlink:href|data|poster|srcset)$/i.test(a.name) && a.value && !['http:', 'https:', 'mailto:'].includes(new URL(a.value, location.href).protocol)) found.push(`${a.name}=${a.value.slice(0, 100)}`);
            }
          for (const e of document.querySelectorAll('a[href]')) if (e.host === 'evil.example' && !/^https?:/.test(e.getAttribute('href'))) found.push('link ' + e.getAttribute('href'));
          if (document.querySelectorAll('h1').length !== 1) found.push(document.querySelectorAll('h1').length + ' h1');
          return found;
        }
        """;

    /// <summary>Puts them into every place of a document for which the rule has one; the same text stays the same text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="isLong">Whether the place at a path takes running text; null where none is typed.</param>
    /// <returns>Number of places.</returns>
    public static int Plant(JsonObject document, Func<string, bool?> isLong)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var places = 0;
        Walk(document, "");
        return places;

        void Walk(JsonNode? node, string path)
        {
            if (node is JsonObject members)
            {
                foreach (var (name, member) in members.ToList()) Walk(member, path.Length == 0 ? name : $"{path}.{name}");
            }
            else if (node is JsonArray items)
            {
                for (var i = 0; i < items.Count; i++) Walk(items[i], items[i] is JsonValue ? path : $"{path}[{i}]");
            }
            else if (node is JsonValue value && value.TryGetValue<string>(out var text) && isLong(path) is { } runs)
            {
                if (!given.TryGetValue(text, out var hostile)) given[text] = hostile = runs ? Long : $"{Short[given.Count % Short.Count]} {Word} {given.Count}";
                value.ReplaceWith(hostile);
                places++;
            }
        }
    }
}
