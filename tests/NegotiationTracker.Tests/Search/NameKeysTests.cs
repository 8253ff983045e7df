using NegotiationTracker.Data.Search;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Search;

public sealed class NameKeysTests
{
    [Theory]
    [InlineData("Зеленський", "Зеленского", "Зеленським", "Zelensky", "Zelenskyy", "Zelenskiy", "Zelenski")]
    [InlineData("Путин", "Путину", "Путиным", "Путіним", "Putin")]
    [InlineData("Мединский", "Мединскому", "Мединським", "Medinsky", "Medynskyi")]
    [InlineData("Подобреевская", "Подобреевской", "Podobreyevskaya")]
    [InlineData("Kyslytsya", "Kyslytsia", "Кислиця", "Кислицею", "Кислица")]
    public void A_name_has_one_key_however_it_is_romanised_and_declined(params string[] forms) =>
        forms.Select(f => NameKeys.Of(Folding.Fold(f))).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();

    [Theory]
    [InlineData("Umerov", "Lavrov")]
    [InlineData("Peskov", "Ushakov")]
    [InlineData("Trump", "Tusk")]
    public void Two_names_have_two_keys(string one, string other) => NameKeys.Of(Folding.Fold(one)).ShouldNotBe(NameKeys.Of(Folding.Fold(other)));

    [Theory]
    [InlineData("abc")]
    [InlineData("2025")]
    [InlineData("")]
    public void What_is_too_short_or_no_word_has_none(string folded) => NameKeys.Of(folded).ShouldBeNull();

    [Fact]
    public void Only_words_that_begin_with_a_capital_are_taken_for_names() => NameKeys.Named("Phone call of Umerov and Володимир Зеленський").ShouldBe(["fone", "umerov", "volodimir", "zelensk"], ignoreOrder: true);
}
