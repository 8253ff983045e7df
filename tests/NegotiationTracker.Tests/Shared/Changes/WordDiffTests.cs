using NegotiationTracker.Web.Shared.Changes;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared.Changes;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("A ceasefire of 30 days", "A ceasefire of 60 days")]
    [InlineData("", "Новий текст")]
    [InlineData("Старий текст", "")]
    [InlineData("one two three", "three two one")]
    [InlineData("the same", "the same")]
    public void Its_parts_give_both_texts_back(string before, string after)
    {
        var parts = WordDiff.Of(before, after);
        string.Concat(parts.Where(p => p.Change != TextChange.Added).Select(p => p.Text)).ShouldBe(before);
        string.Concat(parts.Where(p => p.Change != TextChange.Removed).Select(p => p.Text)).ShouldBe(after);
    }

    [Fact]
    public void Only_the_word_that_changed_is_marked() =>
        WordDiff.Of("A ceasefire of 30 days", "A ceasefire of 60 days").Where(p => p.Change != TextChange.Same).ShouldBe([new TextPart(TextChange.Removed, "30"), new TextPart(TextChange.Added, "60")]);

    [Fact]
    public void A_long_text_is_compared_in_bounded_time_and_shown_in_short()
    {
        var text = string.Join(' ', Enumerable.Range(0, 8_000).Select(i => $"word{i}"));
        var parts = WordDiff.Shortened(text, text.Replace("word4000 ", "other ", StringComparison.Ordinal));
        parts.Sum(p => p.Text.Length).ShouldBeLessThan(600);
        parts.ShouldContain(new TextPart(TextChange.Added, "other"));
        WordDiff.Of(text, string.Join(' ', Enumerable.Range(0, 8_000).Select(i => $"quite{i}"))).Count.ShouldBeLessThan(10);
    }
}
