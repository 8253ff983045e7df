using NegotiationTracker.Web.Desk.Picking;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Picking;

/// <summary>One article, however its address was copied.</summary>
public sealed class SourceAddressTests
{
    private const string Article = "https://www.example.com/news/2025/06/02/talks?id=7";

    public static TheoryData<string> Copies =>
    [
        Article, "http://www.example.com/news/2025/06/02/talks?id=7", "HTTPS://WWW.Example.COM/news/2025/06/02/talks?id=7", "https://example.com/news/2025/06/02/talks?id=7", "https://m.example.com/news/2025/06/02/talks/?id=7",
        "https://www.example.com:443/news/2025/06/02/talks?id=7", "https://www.example.com./news/2025/06/02/talks?id=7#comments", " https://www.example.com/news/2025/06/02/talks?id=7\n", "www.example.com/news/2025/06/02/talks?id=7",
        "https://www.example.com/news/2025/06/02/talks?utm_source=telegram&id=7&utm_medium=social&fbclid=IwAR0&gclid=1&ref=home", "https://reader@www.example.com/news/2025/06/02/talks?id=7", "https://www.example.com/news/./2025/x/../06/02/talks?id=7&",
    ];

    [Theory, MemberData(nameof(Copies))]
    public void It_is_the_same(string copied) => SourceAddress.Read(copied).ShouldBe(SourceAddress.Read(Article).ShouldNotBeNull());

    [Theory]
    [InlineData("https://www.example.com/news/2025/06/02/talks?id=8")]
    [InlineData("https://www.example.com/news/2025/06/02/talks")]
    [InlineData("https://www.example.com/news/2025/06/02/Talks?id=7")]
    [InlineData("https://www.example.com/news/2025/06/02/talks-2?id=7")]
    [InlineData("https://uk.example.com/news/2025/06/02/talks?id=7")]
    [InlineData("https://www.example.com:8443/news/2025/06/02/talks?id=7")]
    [InlineData("https://www.example.org/news/2025/06/02/talks?id=7")]
    [InlineData("https://www.example.com/news/2025/06/02/talks?id=7&page=2")]
    public void Another_is_another(string other) => SourceAddress.Read(other).ShouldNotBe(SourceAddress.Read(Article));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Talks in Istanbul")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/a")]
    [InlineData("https://")]
    [InlineData("http:/\\")]
    [InlineData("//example.com")]
    public void What_is_no_address_is_none(string? text) => SourceAddress.Read(text).ShouldBeNull();

    [Fact]
    public void An_address_is_bounded() => SourceAddress.Read("https://example.com/" + new string('a', SourceAddress.MaxText)).ShouldBeNull();

    [Fact]
    public void Order_of_parameters_and_a_short_host_do_not_matter()
    {
        SourceAddress.Read("https://m.co/?b=2&a=1").ShouldBe(SourceAddress.Read("http://m.co?a=1&b=2"));
        SourceAddress.Read("https://m.co/")!.Host.ShouldBe("m.co");
    }
}
