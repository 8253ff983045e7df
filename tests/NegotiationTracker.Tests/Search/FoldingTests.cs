using FsCheck;
using FsCheck.Fluent;
using NegotiationTracker.Data.Search;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Зеленський", "zelenskyi")]
    [InlineData("ЗЕЛЕНСЬКИЙ", "zelenskyi")]
    [InlineData("Zelenskyy", "zelenskyy")]
    [InlineData("Çırağan", "ciragan")]
    [InlineData("ÇIRAĞAN", "ciragan")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Dolmabahçe Sarayı", "dolmabahce sarayi")]
    [InlineData("Мединский", "medynskyi")]
    [InlineData("Умєров", "umierov")]
    [InlineData("Jørgen Łukasz Straße", "jorgen lukasz strasse")]
    [InlineData("O’Brien", "obrien")]
    [InlineData("  Umerov,  Rustem ", "umerov rustem")]
    [InlineData("6,057", "6 057")]
    [InlineData(null, "")]
    [InlineData("", "")]
    public void A_name_in_any_spelling_comes_to_a_plain_form(string? text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void A_letter_in_two_halves_folds_like_the_whole_one()
    {
        Folding.Fold("и\u0306").ShouldBe(Folding.Fold("й"));
        Folding.Fold("C\u0327").ShouldBe("c");
    }

    [Fact]
    public void Zalgo_is_read_through() => Folding.Fold("U\u0335\u0321\u0300m\u0336e\u0337\u0315r\u0338o\u0334v\u0489").ShouldBe("umerov");

    [Theory]
    [InlineData("\ud800Umerov\udc00", "umerov")]
    [InlineData("Ume\0rov", "ume rov")]
    [InlineData("\u202eUmerov", "umerov")]
    public void Half_characters_and_marks_of_direction_become_blanks(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("محمد")]
    [InlineData("שלום")]
    [InlineData("習近平")]
    public void Other_scripts_keep_their_letters(string text) => Folding.Fold(text).ShouldBe(text);

    [Fact]
    public void Any_text_folds_to_lower_case_words_and_folding_again_changes_nothing() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Where(t => t is not null).ToArbitrary(), text =>
        {
            var folded = Folding.Fold(text);
            return folded == folded.Trim() && !folded.Contains("  ") && Folding.Fold(folded) == folded;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_very_long_text_is_cut() => Folding.Fold(new string('a', 100_000)).Length.ShouldBe(20_000);
}
