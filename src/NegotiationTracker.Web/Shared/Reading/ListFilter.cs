using System.Globalization;
using Microsoft.Extensions.Primitives;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>The filters of lists and the timeline as the address has them. What can't be used is left out, and the page says so.</summary>
public sealed record ListFilter
{
    /// <summary>The most characters of a search text that are used.</summary>
    public const int MaxText = 200;

    private const int MaxPage = 10_000;
    private const int MaxSize = 200;
    private const int DefaultSize = 50;

    public int Page { get; init; } = 1;

    public int Size { get; init; } = DefaultSize;

    public string? Sort { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Process { get; init; }

    public string? Party { get; init; }

    public string? Person { get; init; }

    public string? Topic { get; init; }

    public string? Kind { get; init; }

    public string? Status { get; init; }

    public string? Place { get; init; }

    public bool Disputed { get; init; }

    public string? Text { get; init; }

    /// <summary>What was left out or corrected.</summary>
    public IReadOnlyList<FilterNotice> Notices { get; init; } = [];

    /// <summary>What narrows, without what only decides which page of it is shown: equal for lists of equal counts.</summary>
    public ListFilter Narrowing() => this with { Page = 1, Size = DefaultSize, Sort = null, Notices = [] };

    /// <summary>The filters as pairs for links, page left out; <paramref name="name"/> set to <paramref name="value"/> (empty takes it away).</summary>
    public IEnumerable<(string Key, string? Value)> With(string? name = null, string? value = null)
    {
        var pairs = new (string Key, string? Value)[]
        {
            ("q", Text), ("kind", Kind), ("status", Status), ("process", Process), ("party", Party), ("person", Person), ("topic", Topic), ("place", Place),
            ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("disputed", Disputed ? "true" : null), ("sort", Sort), ("size", Size == DefaultSize ? null : Size.ToString(CultureInfo.InvariantCulture)),
        };
        return name is null ? pairs : pairs.Where(p => p.Key != name).Append((name, value));
    }

    /// <summary>How many filters narrow the list.</summary>
    public int Chosen => With().Count(p => p.Value is not null && p.Key is not ("sort" or "size"));

    /// <summary>Whether any filter narrows the list.</summary>
    public bool Narrows => Chosen > 0;

    /// <summary>Reads the filters from a query.</summary>
    public static ListFilter Read(IQueryCollection query)
    {
        var notices = new List<FilterNotice>();
        return new ListFilter
        {
            Page = Number(query, "page", 1, MaxPage, 1, notices),
            Size = Number(query, "size", 1, MaxSize, DefaultSize, notices),
            Sort = Word(query, "sort", notices),
            From = Day(query, "from", last: false, notices),
            To = Day(query, "to", last: true, notices),
            Process = Word(query, "process", notices),
            Party = Word(query, "party", notices),
            Person = Word(query, "person", notices),
            Topic = KnownTopic(Word(query, "topic", notices), notices),
            Kind = Word(query, "kind", notices),
            Status = Word(query, "status", notices),
            Place = Phrase(query, "place", notices),
            Disputed = Word(query, "disputed", notices) is "true" or "1" or "on",
            Text = Phrase(query, "q", notices),
            Notices = notices,
        };
    }

    private static int Number(IQueryCollection query, string name, int least, int most, int otherwise, List<FilterNotice> notices)
    {
        if (!query.TryGetValue(name, out var said) || StringValues.IsNullOrEmpty(said)) return otherwise;
        if (int.TryParse(said[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        notices.Add(new(name, $"'{Shown(said[0])}' is no value for {name}: it is a whole number from {least} to {most}. {otherwise} was used."));
        return otherwise;
    }

    // A month or a year will do: it begins with its first day and ends with its last.
    private static DateOnly? Day(IQueryCollection query, string name, bool last, List<FilterNotice> notices)
    {
        if (!query.TryGetValue(name, out var said) || string.IsNullOrWhiteSpace(said[0])) return null;
        if (Edtf.TryParse(said[0], out var date, out _) && (last ? date!.Days.Last ?? date.Days.First : date!.Days.First ?? date.Days.Last) is { } day) return day;
        notices.Add(new(name, $"'{Shown(said[0])}' is not a date: write 2025-06-02, 2025-06 or 2025. The filter '{name}' was left out."));
        return null;
    }

    private static string? Word(IQueryCollection query, string name, List<FilterNotice> notices)
    {
        if (!query.TryGetValue(name, out var said) || string.IsNullOrWhiteSpace(said[0])) return null;
        var word = said[0]!.Trim();
        if (word.Length <= RecordDocument.MaxSlug && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return word;
        notices.Add(new(name, $"'{Shown(word)}' is no value for {name}. The filter was left out."));
        return null;
    }

    private static string? Phrase(IQueryCollection query, string name, List<FilterNotice> notices)
    {
        if (!query.TryGetValue(name, out var said) || string.IsNullOrWhiteSpace(said[0])) return null;
        var phrase = said[0]!.Trim();
        if (phrase.Length > MaxText) notices.Add(new(name, $"Only the first {MaxText} characters of '{name}' were used."));
        return phrase.Length > MaxText ? phrase[..MaxText] : phrase;
    }

    private static string? KnownTopic(string? key, List<FilterNotice> notices)
    {
        if (key is null || Data.Records.Topic.Find(key) is not null) return key;
        notices.Add(new("topic", $"There is no topic '{Shown(key)}'. The filter was left out."));
        return null;
    }

    private static string Shown(string? text) => text is null ? "" : text.Length <= 40 ? text : text[..37] + "...";
}

/// <summary>What of an address could not be used.</summary>
/// <param name="Parameter">The query parameter.</param>
/// <param name="Text">What was wrong and what was done, in a sentence for people.</param>
public sealed record FilterNotice(string Parameter, string Text);
