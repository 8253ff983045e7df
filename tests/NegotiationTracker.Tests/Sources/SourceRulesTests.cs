using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Sources;

public sealed class SourceRulesTests
{
    [Fact]
    public void Somebody_publishes_it() => (Documents.Source with { Publisher = " " }).ShouldBeFaultyAt("publisher");

    [Theory]
    [InlineData("unn.example/news")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://unn.example")]
    [InlineData("/news")]
    [InlineData("")]
    public void An_address_is_one_of_the_web(string address)
    {
        (Documents.Source with { Url = address }).ShouldBeFaultyAt("url");
        (Documents.Source with { ArchiveUrl = address }).ShouldBeFaultyAt("archiveUrl");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("zz000000000000000000000000000000000000000000000000000000000000zz")]
    public void A_hash_is_64_hexadecimal_digits(string hash) => (Documents.Source with { TextSha256 = hash }).ShouldBeFaultyAt("textSha256");

    [Fact]
    public void Without_an_address_it_is_a_source_all_the_same() => (Documents.Source with { Url = null, TextSha256 = null, Published = null }).Faults().ShouldBeEmpty();
}
