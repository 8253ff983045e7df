using NegotiationTracker.Web.Accounts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("four words in a row", false, null)]
    [InlineData("fourteen chars", false, "15")]
    [InlineData("eight ch", true, null)]
    [InlineData("seven c", true, "8")]
    [InlineData("пароль із літер", false, null)]
    [InlineData("aaaaaaaaaaaaaaaaaaa", false, "common")]
    [InlineData("password123", true, "common")]
    [InlineData("ada@example.org", false, "name or address")]
    public void A_password_is_judged_by_length_and_by_how_common_it_is(string password, bool secondFactor, string? fault)
    {
        var said = PasswordRules.Fault(password, "Ada", "ada@example.org", secondFactor);
        if (fault is null) said.ShouldBeNull();
        else said.ShouldNotBeNull().ShouldContain(fault);
    }

    [Fact]
    public void More_than_128_characters_are_refused() => PasswordRules.Fault(string.Concat(Enumerable.Repeat("word ", 30)), null, null, false).ShouldNotBeNull().ShouldContain("128");
}
