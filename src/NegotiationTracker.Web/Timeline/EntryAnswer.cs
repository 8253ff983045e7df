using System.Text.Json.Serialization;

namespace NegotiationTracker.Web.Timeline;

/// <summary>A timeline entry as the API gives it: in brief in a window, whole in the list and on its own.</summary>
internal sealed record EntryAnswer
{
    /// <summary>Its number, for as long as the record says the same of it.</summary>
    public required long Number { get; init; }

    /// <summary>What happened, a word of the codebook.</summary>
    public required string Kind { get; init; }

    /// <summary>The same for people.</summary>
    public required string Said { get; init; }

    /// <summary>How its mark is drawn.</summary>
    public required string Mark { get; init; }

    /// <summary>Kind of the record that it is computed from.</summary>
    public required string Record { get; init; }

    /// <summary>Address of the record's page.</summary>
    public required string Url { get; init; }

    /// <summary>Where it stands on the axis, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where it ends on the axis, UTC; absent for an open end.</summary>
    public DateTimeOffset? Till { get; init; }

    /// <summary>Its time, EDTF.</summary>
    public required string Date { get; init; }

    /// <summary>IANA zone of a clock time.</summary>
    public string? Zone { get; init; }

    /// <summary>Its time for people.</summary>
    public required string When { get; init; }

    /// <summary>How well the time is known, for people.</summary>
    public string? Note { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string? Place { get; init; }

    /// <summary>Slugs.</summary>
    public required IReadOnlyList<string> Processes { get; init; }

    /// <summary>Slugs.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>Slugs.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>Keys.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>1 (a detail) to 5 (a turning point).</summary>
    public required int Importance { get; init; }

    /// <summary>How many people or bodies were handed over, where it is a batch of an exchange that says so.</summary>
    public int? Size { get; init; }

    /// <summary>How many sources its record rests on.</summary>
    public required int Sources { get; init; }

    /// <summary>Slugs of those sources; absent in brief.</summary>
    public IReadOnlyList<string>? CitedSources { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Disputed { get; init; }

    /// <summary>How it hangs together with the entry that was asked for: <c>same-record</c>, or what one record is to the other.</summary>
    public string? Thread { get; init; }
}
