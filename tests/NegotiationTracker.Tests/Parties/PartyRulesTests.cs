using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Parties;

/// <summary>Rules of processes, parties and people; organizations have none of their own.</summary>
public sealed class PartyRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("U")]
    [InlineData("ua")]
    [InlineData("UKRAI")]
    [InlineData("УА")]
    public void A_mark_is_two_to_four_capitals(string mark) => (Documents.Party with { Mark = mark }).ShouldBeFaultyAt("mark");

    [Fact]
    public void A_party_has_a_short_name() => (Documents.Party with { ShortName = "" }).ShouldBeFaultyAt("shortName");

    [Fact]
    public void A_process_is_timed_in_a_known_zone() => (Documents.Process with { Period = Documents.On("2025", "Istanbul") }).ShouldBeFaultyAt("period.zone");

    [Fact]
    public void A_name_is_not_empty() => (Documents.Person with { Names = [.. Documents.Person.Names, new() { Value = " " }] }).ShouldBeFaultyAt("names[1].value");

    [Fact]
    public void A_posting_has_a_title_and_ends_after_it_begins()
    {
        With(new PostingPart { Title = "" }).ShouldBeFaultyAt("postings[0].title");
        With(new PostingPart { Title = "Minister", From = Edtf.Parse("2025-07-17"), To = Edtf.Parse("2023-09") }).ShouldBeFaultyAt("postings[0].to");
        With(new PostingPart { Title = "Minister", From = Edtf.Parse("2025"), To = Edtf.Parse("2025") }).Faults().ShouldBeEmpty();
    }

    private static PersonDocument With(PostingPart posting) => Documents.Person with { Postings = [posting] };
}
