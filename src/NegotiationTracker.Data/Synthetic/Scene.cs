using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;
using NegotiationTracker.Data.Talks;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>What the authors of synthetic documents share: the dice, the day that it is in the story, who is at hand, and the sources that print it.</summary>
internal sealed class Scene(Cast cast, Dice dice, int part)
{
    private const int Remembered = 24;

    private readonly List<string> _sources = [];
    private readonly List<string> _made = [];
    private readonly List<TalksDocument> _talks = [];
    private int _number;

    public Cast Cast => cast;

    public Dice Dice => dice;

    /// <summary>The day that it is in the story.</summary>
    public DateOnly Day { get; set; } = Calendar.First;

    /// <summary>Documents written so far.</summary>
    public List<PublishItem> Items { get; } = [];

    /// <summary>The latest talks, newest last.</summary>
    public TalksDocument? Talks => _talks.Count == 0 ? null : _talks[Math.Max(0, _talks.Count - 1 - dice.Zipf(_talks.Count))];

    public string Process => dice.Often(cast.Processes);

    /// <summary>Keeps a document, and what it can be referred to for.</summary>
    public void Add(RecordDocument document)
    {
        Items.Add(new PublishItem(document, Generation.Author, null) { RecordId = dice.Id(Day) });
        if (document is TalksDocument talks) Remember(_talks, talks);
        if (document.Kind is "exchanges" or "proposals") Remember(_made, $"{document.Kind}/{document.Slug}");
    }

    /// <summary>A slug that no other record has.</summary>
    public string Slug(string stem) => $"{stem}-{Times.Iso(Day)}-{cast.Mark}-{part}-{++_number}";

    public When When() => Times.Known(dice, Day);

    /// <summary>One or two topics; some are named in every fifth record, others hardly ever.</summary>
    public List<string> Topics() => dice.Several(TopicKeys, dice.Between(1, 2));

    /// <summary>Different parties.</summary>
    public List<PartyDocument> Parties(int count) => dice.Several(cast.Parties, count);

    /// <summary>Somebody of a party; of anybody's, where it has no people.</summary>
    public PersonDocument PersonOf(string party) => dice.Often(cast.PeopleOf.GetValueOrDefault(party, cast.People));

    /// <summary>What the latest proposals and exchanges came to be in, each told once.</summary>
    public string? Made()
    {
        if (_made.Count == 0) return null;
        var made = _made[^1];
        _made.RemoveAt(_made.Count - 1);
        return made;
    }

    /// <summary>Citations of different sources, new ones among them.</summary>
    public Citation[] Cite(int count) => [.. Enumerable.Range(0, count).Select(_ => Cite()).DistinctBy(c => c.Source)];

    private Citation Cite() => new()
    {
        Source = _sources.Count < 4 || dice.Chance(0.05) ? NewSource() : _sources[^(1 + dice.Zipf(Math.Min(_sources.Count, Remembered)))],
        Quote = dice.Chance(0.15) ? Prose.Sentence(dice) : null, Claimant = dice.Chance(0.1) ? dice.Often(Words.Whos) : null,
    };

    private string NewSource()
    {
        var (publisher, headline) = (dice.Often(Words.Publishers), Prose.Capital(Prose.Thing(dice)));
        var document = new SourceDocument
        {
            Slug = Slug("source"), Title = $"{headline} ({publisher})", Publisher = publisher, Headline = headline, Form = dice.Often(Forms), Published = Times.On(Day).Date, Language = dice.Chance(0.7) ? "en" : "uk",
            Url = $"https://news.example/{cast.Mark}/{part}/{_number}", Processes = [cast.Processes[0]],
        };
        Add(document);
        _sources.Add(document.Slug);
        return document.Slug;
    }

    private static readonly SourceKind[] Forms = [SourceKind.NewsAgency, SourceKind.NewsSite, SourceKind.Government, SourceKind.Broadcaster, SourceKind.Newspaper, SourceKind.SocialMedia, SourceKind.Magazine];

    private static readonly string[] TopicKeys = [.. Topic.Codebook.Select(t => t.Key)];

    private static void Remember<T>(List<T> list, T item)
    {
        list.Add(item);
        if (list.Count > Remembered) list.RemoveAt(0);
    }
}
