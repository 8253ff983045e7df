using NegotiationTracker.Data;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Records;

public sealed class CommonRulesTests
{
    public static TheoryData<string> KindKeys => [.. Kinds.All.Select(k => k.Key)];

    [Theory]
    [MemberData(nameof(KindKeys))]
    public void A_valid_document_of_every_kind_has_no_fault(string kind) => Documents.OfEveryKind.Single(d => d.Kind == kind).Faults().ShouldBeEmpty();

    [Fact]
    public void A_valid_document_stands_for_each_of_the_thirteen_kinds() => Documents.OfEveryKind.Select(d => d.Kind).ShouldBe(Kinds.All.Select(k => k.Key), ignoreOrder: true);

    [Theory]
    [InlineData("")]
    [InlineData("Ukraine")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a/b")]
    [InlineData("україна")]
    [InlineData("a\n")]
    public void A_slug_has_lower_case_letters_digits_and_single_hyphens(string slug) => (Documents.Party with { Slug = slug }).ShouldBeFaultyAt("slug");

    [Fact]
    public void A_slug_has_at_most_120_characters()
    {
        (Documents.Party with { Slug = new string('a', 120) }).Faults().ShouldBeEmpty();
        (Documents.Party with { Slug = new string('a', 121) }).ShouldBeFaultyAt("slug");
    }

    [Fact]
    public void A_former_slug_is_a_slug() => (Documents.Party with { FormerSlugs = ["good", "Not good"] }).ShouldBeFaultyAt("formerSlugs[1]");

    [Fact]
    public void A_title_is_there_and_short()
    {
        (Documents.Party with { Title = " " }).ShouldBeFaultyAt("title");
        (Documents.Party with { Title = new string('a', 301) }).ShouldBeFaultyAt("title");
    }

    [Fact]
    public void Topics_come_from_the_taxonomy() => (Documents.Talks with { Topics = ["ceasefire", "weather"] }).ShouldBeFaultyAt("topics[1]");

    [Fact]
    public void Every_record_but_a_process_and_a_source_belongs_to_a_process()
    {
        (Documents.Talks with { Processes = [] }).ShouldBeFaultyAt("processes");
        (Documents.Process with { Processes = [] }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_published_without_a_source()
    {
        (Documents.Talks with { Citations = [] }).ShouldBeFaultyAt("citations");
        (Documents.Talks with { Citations = [], Outcomes = [new() { Text = "Agreed", Citations = Documents.Cited }] }).Faults().ShouldBeEmpty();
        (Documents.Source with { Citations = [] }).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void A_quotation_is_short_wherever_it_stands()
    {
        var cited = new[] { Documents.Citing() with { Quote = new string('a', 601) } };
        (Documents.Talks with { Citations = cited }).ShouldBeFaultyAt("citations[0].quote");
        (Documents.Talks with { Outcomes = [new() { Text = "Agreed", Citations = cited }] }).ShouldBeFaultyAt("outcomes[0].citations[0].quote");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Credibility_runs_from_one_to_six(int credibility) => (Documents.Talks with { Citations = [Documents.Citing() with { Credibility = credibility }] }).ShouldBeFaultyAt("citations[0].credibility");

    [Fact]
    public void A_claim_has_a_field_a_value_and_a_source()
    {
        var claim = new Claim { Field = "duration", Value = "2 hours", Citations = Documents.Cited };
        (Documents.Talks with { Claims = [claim] }).Faults().ShouldBeEmpty();
        (Documents.Talks with { Claims = [claim, claim with { Field = "" }] }).ShouldBeFaultyAt("claims[1].field");
        (Documents.Talks with { Claims = [claim with { Value = " " }] }).ShouldBeFaultyAt("claims[0].value");
        (Documents.Talks with { Claims = [claim with { Citations = [] }] }).ShouldBeFaultyAt("claims[0].citations");
        (Documents.Talks with { Claims = [claim with { AsOf = Documents.On("2025-06-02", "Mars/Olympus") }] }).ShouldBeFaultyAt("claims[0].asOf.zone");
    }

    [Fact]
    public void Claims_in_conflict_need_a_public_note()
    {
        var disputed = Documents.Talks with { Claims = [new() { Field = "duration", Value = "2 hours", Status = ClaimStatus.Conflict, Citations = Documents.Cited }] };
        disputed.ShouldBeFaultyAt("differences");
        (disputed with { Differences = [new() { Field = "duration", Kind = DifferenceKind.Disagreement, Note = "Two hours or one." }] }).Faults().ShouldBeEmpty();
        (disputed with { Differences = [new() { Field = "duration", Kind = DifferenceKind.Disagreement, Note = "" }] }).ShouldBeFaultyAt("differences[0].note");
    }

    // Not as inline data: an attribute can't hold half a pair.
    [Fact]
    public void Half_a_surrogate_pair_is_named()
    {
        foreach (var half in new[] { '\ud800', '\udc00' }) (Documents.Talks with { Summary = $"half {half} a pair" }).ShouldBeFaultyAt("summary");
    }

    [Theory]
    [InlineData("NUL \0")]
    [InlineData("replaced \uFFFD")]
    public void A_text_that_cannot_be_kept_is_named(string text)
    {
        (Documents.Talks with { Summary = text }).ShouldBeFaultyAt("summary");
        (Documents.Talks with { Agenda = [new() { Text = "good" }, new() { Text = text }] }).ShouldBeFaultyAt("agenda[1].text");
    }

    [Theory]
    [InlineData("Z̸̛̘a̷l̶g̵o̴")]
    [InlineData("محمد بن سلمان")]
    [InlineData("שלום")]
    [InlineData("🕊️ 𝒵")]
    public void Names_of_every_script_are_kept(string text) => (Documents.Talks with { Summary = text }).Faults().ShouldBeEmpty();

    [Fact]
    public void Running_text_is_bounded_and_the_meeting_record_may_be_longer()
    {
        (Documents.Talks with { Note = new string('a', 8_001) }).ShouldBeFaultyAt("note");
        (Documents.Talks with { MeetingRecord = new string('a', 40_000) }).Faults().ShouldBeEmpty();
        (Documents.Talks with { MeetingRecord = new string('a', 40_001) }).ShouldBeFaultyAt("meetingRecord");
    }

    [Fact]
    public void All_faults_come_in_one_go() =>
        (Documents.Person with { Slug = "?", Title = "", Processes = [], Postings = [new() { Title = "", From = Edtf.Parse("2025"), To = Edtf.Parse("2024") }] })
            .Faults().Select(f => f.Field).ShouldBe(["slug", "title", "processes", "postings[0].title", "postings[0].to"]);
}
