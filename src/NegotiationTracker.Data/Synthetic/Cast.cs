using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>Who and what all records of a seed are about: processes, parties, organizations and people, the ones that appear most first.</summary>
internal sealed class Cast
{
    /// <summary>The number of a seed's first part: the parts after it tell what happened.</summary>
    public const int Part = 0;

    private const string Warning = "Synthetic: made up by the command generate for measuring. Nothing in it happened.";

    private readonly Dice _dice;
    private readonly Citation[] _cited;

    public Cast(int seed, int entries)
    {
        _dice = Dice.For(seed, Part);
        Mark = seed < 0 ? $"gm{-(long)seed}" : $"g{seed}";
        Calendar = new Calendar(Dice.For(seed, -1));
        var almanac = Add(new SourceDocument { Slug = $"almanac-{Mark}", Title = "Almanac of invented states", Publisher = "Open Register", Form = SourceKind.Encyclopedia, Language = "en", Note = Warning });
        _cited = [new Citation { Source = almanac.Slug }];
        var processes = Enumerable.Range(1, Math.Clamp(entries / 400, 2, 6)).Select(i => Add(Process(i))).ToList();
        Processes = [.. processes.Select(p => p.Slug)];
        Parties = [.. Enumerable.Range(0, Math.Clamp(entries / 60, 6, 2 * Words.States.Length)).Select(i => Add(Party(i)))];
        var organizations = Parties.SelectMany((p, i) => Words.Bodies.Take(i < 6 ? 6 : 2).Select(b => Add(Organization(p, b)))).ToLookup(o => o.Party!, o => o.Slug);
        People = [.. Enumerable.Range(0, Math.Clamp(entries / 25, 12, 800)).Select(i => Add(Person(i, organizations)))];
        PeopleOf = People.GroupBy(p => p.Party!).ToDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>Stands at the end of every slug of the seed, so that no other record has it.</summary>
    public string Mark { get; }

    public Calendar Calendar { get; }

    /// <summary>All documents of the cast.</summary>
    public List<PublishItem> Items { get; } = [];

    public string[] Processes { get; }

    public PartyDocument[] Parties { get; }

    public PersonDocument[] People { get; }

    public Dictionary<string, PersonDocument[]> PeopleOf { get; }

    /// <summary>The slug by which it is known whether a seed's record is there.</summary>
    public static string SignOf(string mark) => $"process-1-{mark}";

    public string NameOf(string party) => Array.Find(Parties, p => p.Slug == party)!.ShortName;

    private T Add<T>(T document)
        where T : RecordDocument
    {
        Items.Add(new PublishItem(document, Generation.Author, null) { RecordId = _dice.Id(Calendar.First) });
        return document;
    }

    private ProcessDocument Process(int number) => new()
    {
        Slug = $"process-{number}-{Mark}", Title = $"Synthetic process {number} of {Mark}", Summary = Prose.Sentence(_dice), Note = Warning, Citations = _cited,
        Period = new When { Date = Edtf.Parse(number == 1 ? "2014-03/.." : $"{2013 + number}/{2018 + number}") },
    };

    private PartyDocument Party(int number)
    {
        var state = Words.States[number % Words.States.Length];
        var name = number < Words.States.Length ? state : $"New {state}";
        return new()
        {
            Slug = $"{Slug(name)}-{Mark}", Title = number % 5 == 4 ? $"Union of {name}" : $"Republic of {name}", ShortName = name, Mark = $"{name[0]}{name[^1]}".ToUpperInvariant() + (char)('A' + (number % 26)),
            Form = number % 7 == 6 ? PartyKind.IntergovernmentalOrganization : PartyKind.State, Note = Warning, Processes = Processes, Citations = _cited,
            Roles = [new PartyRole { Process = Processes[0], Formal = number < 2 ? Data.Parties.Part.Party : _dice.Chance(0.5) ? Data.Parties.Part.Mediator : Data.Parties.Part.Observer }],
        };
    }

    private OrganizationDocument Organization(PartyDocument party, string body) => new()
    {
        Slug = $"{Slug(body)}-{party.Slug}", Title = $"{body} of {party.ShortName}", Party = party.Slug, Role = Prose.Capital(Prose.Thing(_dice)), Note = Warning, Processes = Processes, Citations = _cited,
    };

    private PersonDocument Person(int number, ILookup<string, string> organizations)
    {
        // The sides get most people, and everybody else some.
        var party = number < 2 * Parties.Length ? Parties[number % Parties.Length] : _dice.Often(Parties);
        var (first, (latin, cyrillic)) = (_dice.One(Words.FirstNames), Words.FamilyName(_dice));
        return new()
        {
            Slug = $"{Slug(first)}-{Slug(latin)}-{number}-{Mark}", Title = $"{first} {latin}", Party = party.Slug, Note = Warning, Processes = Processes, Citations = _cited,
            Names = [new Name { Value = $"{first[0]}. {cyrillic}", Language = "uk", Script = "Cyrl", Kind = NameKind.Primary }, new Name { Value = $"{first[..2]}. {latin}", Kind = NameKind.Variant }],
            Postings = [new PostingPart { Title = _dice.Often(Words.Titles), Organization = organizations[party.Slug].FirstOrDefault(), OnBehalfOf = party.Slug, From = Edtf.Parse($"{2010 + _dice.Below(8)}-{_dice.Between(1, 12):00}") }],
        };
    }

    private static string Slug(string words) => string.Concat(words.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : c == '\'' ? '\0' : '-')).Replace("\0", "", StringComparison.Ordinal);
}
