using System.Text.Json;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Records;

public sealed class DocumentJsonTests
{
    public static TheoryData<string> KindKeys => [.. Kinds.All.Select(k => k.Key)];

    [Theory]
    [MemberData(nameof(KindKeys))]
    public void A_document_comes_back_as_it_was_written(string kind)
    {
        var written = DocumentJson.Write(Documents.OfEveryKind.Single(d => d.Kind == kind));

        var read = Kinds.Get(kind).Read(written);

        DocumentJson.Write(read).ShouldBe(written);
        read.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_empty_is_left_out()
    {
        var written = DocumentJson.Write(Documents.Party);

        written.ShouldBe("""{"slug":"ukraine","title":"Ukraine","kind":"parties","form":"State","mark":"UA","shortName":"Ukraine","processes":["russia-ukraine-2025"],"citations":[{"source":"unn-2025-06-02","quote":"as printed"}]}""");
    }

    [Fact]
    public void A_check_that_does_not_hold_says_so()
    {
        var written = DocumentJson.Write(Documents.Party with { Checks = [new() { Expression = "1+1", Result = 3, Holds = false }] });

        written.ShouldContain("\"holds\":false");
    }

    [Theory]
    [InlineData(""", "colour": "blue" """, "$.colour")]
    [InlineData(""", "roles": [{ "process": "p", "formal": "King" }] """, "$.roles[0].formal")]
    [InlineData(""", "roles": [{ "process": "p", "formal": 1 }] """, "$.roles[0].formal")]
    [InlineData(""", "roles": [{ "process": "p", "formal": "Party, Host" }] """, "$.roles[0].formal")]
    [InlineData(""", "roles": [{ "process": null }] """, "$.roles[0].process")]
    [InlineData(""", "topics": "prisoners" """, "$.topics")]
    [InlineData(""", "topics": [null] """, "$.topics[0]")]
    [InlineData(""", "roles": [{ "process": "p" }, null] """, "$.roles[1]")]
    [InlineData(""", "note": 3 """, "$.note")]
    [InlineData(""", "note": "\ud800" """, "$.note")]
    public void What_does_not_fit_is_refused_by_its_path(string more, string path)
    {
        var json = $$"""{ "slug": "ukraine", "title": "Ukraine", "form": "State", "mark": "UA", "shortName": "Ukraine"{{more}} }""";

        Should.Throw<JsonException>(() => Kinds.Get("parties").Read(json)).Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"slug\":")]
    [InlineData("")]
    public void What_is_no_document_is_refused(string json) => Should.Throw<JsonException>(() => Kinds.Get("parties").Read(json));

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Should.Throw<JsonException>(() => Kinds.Get("parties").Read($$"""{ "slug": {{new string('[', 5_000)}} """));
}
