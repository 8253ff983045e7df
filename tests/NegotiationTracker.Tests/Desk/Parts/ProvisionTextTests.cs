using NegotiationTracker.Web.Desk.Parts;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk.Parts;

/// <summary>Lists as they are pasted from news, statements and messengers.</summary>
public sealed class ProvisionTextTests
{
    [Theory]
    [InlineData("1. First\n2. Second", "1", "2")]
    [InlineData("1) First\n2) Second", "1", "2")]
    [InlineData("(1) First\n(2) Second", "1", "2")]
    [InlineData("1.First\n2.Second", "1", "2")]
    [InlineData("1 First\n2 Second", "1", "2")]
    [InlineData("I. First\nII. Second", "I", "II")]
    [InlineData("IV. First\nV. Second", "IV", "V")]
    [InlineData("i) First\nii) Second", "i", "ii")]
    [InlineData("a) First\nb) Second", "a", "b")]
    [InlineData("(a) First\n(b) Second", "a", "b")]
    [InlineData("а) First\nб) Second", "а", "б")]
    [InlineData("1.1 First\n1.2. Second", "1.1", "1.2")]
    [InlineData("3.1.2.1) First\n3.1.2.2) Second", "3.1.2.1", "3.1.2.2")]
    [InlineData("• First\n• Second", "", "")]
    [InlineData("•First\n●Second", "", "")]
    [InlineData("– First\n— Second", "", "")]
    [InlineData("- First\n* Second", "", "")]
    [InlineData("\t1.\u00a0First\r\n\r\n\u00a02.\u00a0\u00a0Second\r\n", "1", "2")]
    [InlineData("\ufeff1. First\n\u200b2. Second\u200b", "1", "2")]
    [InlineData("First\n\nSecond", "", "")]
    public void A_list_gives_its_points_with_the_numbers_that_they_have(string pasted, string first, string second) =>
        ProvisionText.Read(pasted).ShouldBe([new(first, null, "First"), new(second, null, "Second")]);

    [Theory]
    [InlineData("1. Release of\n390 prisoners on each side\n2. Second", "Release of 390 prisoners on each side")]
    [InlineData("1. A meeting of\nV. Zelenskyy and V. Putin\n2. Second", "A meeting of V. Zelenskyy and V. Putin")]
    [InlineData("1. Allies of Ukraine,\r\ni.e. its partners,\r\nare told\r\n2. Second", "Allies of Ukraine, i.e. its partners, are told")]
    [InlineData("1. Within\n2025 all of it\n2. Second", "Within 2025 all of it")]
    public void A_line_that_goes_on_stays_with_its_point_however_it_begins(string pasted, string text) =>
        ProvisionText.Read(pasted).ShouldBe([new("1", null, text), new("2", null, "Second")]);

    [Fact]
    public void Points_below_points_are_points_of_their_own() =>
        ProvisionText.Read("1. One\n1.1 Below\n1.2 Below too\n(a) Deeper\n2. Two").Select(p => p.Number).ShouldBe(["1", "1.1", "1.2", "a", "2"]);

    [Fact]
    public void Headings_are_sections_in_three_languages()
    {
        const string Pasted = "Розділ І. Припинення вогню\nSection II. Ceasefire\n1. One\n2. Two\n\nГарантії безпеки:\n1. Перша\n\nГУМАНИТАРНЫЕ ВОПРОСЫ\n1. Обмен «всех на всех»\nпленными";
        ProvisionText.Read(Pasted).ShouldBe(
        [
            new("1", "Section II. Ceasefire", "One"), new("2", "Section II. Ceasefire", "Two"),
            new("1", "Гарантії безпеки", "Перша"), new("1", "ГУМАНИТАРНЫЕ ВОПРОСЫ", "Обмен «всех на всех» пленными"),
        ], string.Join('|', ProvisionText.Read(Pasted)));
    }

    [Fact]
    public void Text_without_numbers_gives_a_provision_a_paragraph() =>
        ProvisionText.Read("The parties agree\nto talk.\n\nThe parties agree to meet.").Select(p => p.Text).ShouldBe(["The parties agree to talk.", "The parties agree to meet."]);

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00a0\u200b\n")]
    public void Nothing_gives_nothing(string pasted) => ProvisionText.Read(pasted).ShouldBeEmpty();

    [Fact]
    public void A_list_that_is_too_long_is_known_to_be_and_never_read_in_part()
    {
        ProvisionText.Read(Numbered(ProvisionText.MaxProvisions)).Count.ShouldBe(ProvisionText.MaxProvisions);
        ProvisionText.Read(Numbered(500)).Count.ShouldBeGreaterThan(ProvisionText.MaxProvisions);
        ProvisionText.Read(Numbered(ProvisionText.MaxProvisions) + "\ngoes on")[^1].Text.ShouldEndWith("goes on");
    }

    [Theory]
    [InlineData("(")]
    [InlineData("1.")]
    [InlineData("\u202e1. \u0000\ud83d")]
    [InlineData("----")]
    [InlineData("99999999999999999999. Ten")]
    public void Nothing_that_is_pasted_throws(string pasted)
    {
        Should.NotThrow(() => ProvisionText.Read(pasted));
        Should.NotThrow(() => ProvisionText.Read(string.Concat(Enumerable.Repeat(pasted, 30_000))));
    }

    private static string Numbered(int points) => string.Join('\n', Enumerable.Range(1, points).Select(i => $"{i}. Point"));
}
