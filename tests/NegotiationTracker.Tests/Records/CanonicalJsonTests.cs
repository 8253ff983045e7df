using System.Text;
using NegotiationTracker.Data.Records;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Records;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":{"d":[1, 2],"c":null}}""", """{"a":{"c":null,"d":[1,2]},"b":1}""")]
    [InlineData("""{ "B": 1, "a": 2 }""", """{"B":1,"a":2}""")]
    [InlineData("""[ {"b":1,"a":2}, "x" ]""", """[{"a":2,"b":1},"x"]""")]
    [InlineData("""{"é":1,"z":2,"a":3}""", """{"a":3,"z":2,"é":1}""")]
    public void Members_come_in_ordinal_order_without_white_space(string json, string canonical) => Canonical(json).ShouldBe(canonical);

    [Fact]
    public void Items_of_a_list_keep_their_order() => Canonical("""["b","a"]""").ShouldBe("""["b","a"]""");

    [Theory]
    [InlineData("\"\\u0417\\u0435\"", "\"Зе\"")]
    [InlineData("\"Çırağan\"", "\"Çırağan\"")]
    [InlineData("\"a\\/b\"", "\"a/b\"")]
    [InlineData("\"<b>&\"", "\"<b>&\"")]
    public void One_text_has_one_spelling(string json, string canonical) => Canonical(json).ShouldBe(canonical);

    [Fact]
    public void A_letter_in_two_halves_is_not_the_whole_one() => CanonicalJson.Hash("\"и\u0306\"").ShouldNotBe(CanonicalJson.Hash("\"й\""));

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("12345678901234567890")]
    public void Numbers_stay_as_written(string number) => Canonical(number).ShouldBe(number);

    [Fact]
    public void The_hash_is_of_the_content_and_not_of_its_layout()
    {
        CanonicalJson.Hash("""{"a":1,"b":2}""").ShouldBe(CanonicalJson.Hash("{ \"b\" : 2,\n \"a\" : 1 }"));
        CanonicalJson.Hash("{}").ShouldBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Bytes(json));
}
