using System.Text;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>English running text that reads like reports of talks; its words are as unevenly frequent as those of real text.</summary>
internal static class Prose
{
    /// <summary>One sentence with its full stop.</summary>
    public static string Sentence(Dice dice) => dice.Below(4) switch
    {
        0 => $"{dice.Often(Words.Whos)} {dice.Often(Words.Verbs)} the {Thing(dice)} {dice.Often(Words.Tails)}.",
        1 => $"{dice.Often(Words.Whos)} {dice.Often(Words.Verbs)} the {Thing(dice)} and the {dice.Often(Words.Nouns)} near {Words.Village(dice)}.",
        2 => $"The {Thing(dice)} was {dice.Often(Words.Verbs)} {dice.Often(Words.Tails)}.",
        _ => $"{dice.Often(Words.Whos)} said that the {Thing(dice)} had been {dice.Often(Words.Verbs)}, but {Lower(dice.Often(Words.Whos))} {dice.Often(Words.Verbs)} it.",
    };

    /// <summary>Some sentences.</summary>
    public static string Text(Dice dice, int sentences)
    {
        if (sentences <= 1) return Sentence(dice);
        var text = new StringBuilder(sentences * 90);
        for (var i = 0; i < sentences; i++) (i == 0 ? text : text.Append(' ')).Append(Sentence(dice));
        return text.ToString();
    }

    /// <summary>"revised prisoners list".</summary>
    public static string Thing(Dice dice) => $"{dice.Often(Words.Adjectives)} {dice.Often(Words.Nouns)}";

    /// <summary>A meeting record as editors write it, in Markdown.</summary>
    public static string MeetingRecord(Dice dice) => $"## What was said\n\n{Text(dice, dice.Between(2, 4))}\n\n## What is next\n\n- {Sentence(dice)}\n- {Sentence(dice)}";

    /// <summary>A village or a city, with words for how it is known.</summary>
    public static string Place(Dice dice) => dice.Chance(0.5) ? dice.Often(Words.Cities) : $"near {Words.Village(dice)}";

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
