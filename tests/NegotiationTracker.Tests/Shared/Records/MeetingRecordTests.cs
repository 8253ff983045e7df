using AngleSharp.Html.Parser;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared.Records;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Records;

/// <summary>What an editor's Markdown may become on a public page.</summary>
public sealed class MeetingRecordTests
{
    private static readonly string[] Allowed = ["p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "h3", "h4", "h5", "br", "hr", "code", "pre"];

    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<style>*{display:none}</style>", "<iframe src=javascript:alert(1)>", "<base href=//evil.example>", "<a href=javascript:alert(1)>x</a>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#10;script:alert(1))", "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](<javascript:alert(1)>)", "[x]( javascript:alert(1) )",
        "[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:msgbox(1))", "![x](data:image/svg+xml;base64,PHN2Zz4=)", "![x](https://evil.example/pixel.gif)", "<javascript:alert(1)>", "<data:text/html,x>", "[x]: javascript:alert(1)\n\n[x]",
        "[x](//evil.example)", "[x](/\\evil.example)", "[x](\\\\evil.example)", "[x](/&#9;/evil.example)", "[x](http://evil.example)", "[x](https://ok.example \"a\" onclick=alert(1))", "[x](https://ok.example/\"onmouseover=alert(1))", "<x onclick=alert(1)>y</x>",
        "<!--", "<![CDATA[", "<?php", "</p></div><h1>", "| a | b |\n|---|---|\n| <b> | [x](javascript:1) |", "```html\" onclick=alert(1)\n<script>\n```", "# Heading {onclick=alert(1)}", "{{7*7}}", "\u202eabc\u0001\u0085",
    ];

    public static TheoryData<string> Bombs =>
    [
        Times("[a](", 20_000), Times("![", 20_000), Times(">", 40_000), Times("> ", 20_000), Times("- ", 20_000), Times("1. ", 13_000), Times("*a ", 13_000), Times("*a**b", 8_000), Times("_", 40_000), Times("`", 40_000), Times("<", 40_000), Times("<a ", 13_000),
        Times("&", 40_000), Times("\\", 40_000), Times("<!--", 10_000), Times("a\n=\n", 10_000), Times("```\n", 10_000), Times("~~~a\n> ", 6_000), string.Concat(Enumerable.Range(0, 250).Select(i => new string(' ', i) + "- a\n")), Times("a" + Times("\u0301", 100), 390),
    ];

    [Theory, MemberData(nameof(Attacks))]
    public void Nothing_in_it_acts(string markdown)
    {
        var body = new HtmlParser().ParseDocument(MeetingRecord.ToHtml($"Before\n\n{markdown}\n\nAfter")).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Allowed.ShouldContain(element.LocalName);
            foreach (var attribute in element.Attributes) attribute.Name.ShouldBeOneOf("href", "rel");
            if (element.GetAttribute("href") is not { } href) continue;
            // As a browser reads it: against the page's own address.
            new Uri(new Uri("https://record.example/talks/1"), href).Host.ShouldBeOneOf("record.example", "ok.example");
            href.ShouldMatch(@"^(https://|/(?![/\\]))");
        }
        body.TextContent.ShouldContain("Before");
    }

    [Theory, MemberData(nameof(Bombs))]
    public void A_text_made_to_hurt_is_shown_all_the_same(string markdown) => MeetingRecord.ToHtml(markdown).ShouldNotBeEmpty();

    [Fact]
    public void Headings_stand_below_those_of_the_page() =>
        MeetingRecord.ToHtml("# One\n\n## Two\n\n### Three\n\n###### Six\n\nTitle\n=====").ReplaceLineEndings("").ShouldBe("<h3>One</h3><h3>Two</h3><h3>Three</h3><h5>Six</h5><h3>Title</h3>");

    [Fact]
    public void Ordinary_marks_are_kept() =>
        MeetingRecord.ToHtml("## Agenda\n\n- **one**\n- [two](https://example.org/a)\n\n> said").ReplaceLineEndings("").ShouldBe(
            "<h3>Agenda</h3><ul><li><strong>one</strong></li><li><a href=\"https://example.org/a\" rel=\"nofollow noopener\">two</a></li></ul><blockquote><p>said</p></blockquote>");

    private static string Times(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        return text.Length <= RecordDocument.MaxLongText ? text : text[..RecordDocument.MaxLongText];
    }
}
