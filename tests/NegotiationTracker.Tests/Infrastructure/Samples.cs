using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Sources;
using NegotiationTracker.Data.Talks;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>The smallest documents that may be published.</summary>
internal static class Samples
{
    public static IReadOnlyList<Citation> Cited => [new Citation { Source = "agency-1", Quote = "as printed" }];

    public static SourceDocument Source { get; } = new() { Slug = "agency-1", Title = "Talks end", Publisher = "Agency", Form = SourceKind.NewsAgency, Url = "https://example.org/1" };

    public static ProcessDocument Process { get; } = new() { Slug = "process-1", Title = "A process", Citations = Cited };

    public static TalksDocument Talks(string slug = "talks-1", string title = "Talks of 2 June 2025") => new()
    {
        Slug = slug, Title = title, Form = TalksKind.Meeting, Status = TalksStatus.Held, Processes = ["process-1"], Citations = Cited,
        Actual = new When { Date = Edtf.Parse("2025-06-02T13:00+03:00"), Zone = "Europe/Istanbul" },
    };

    public static IReadOnlyList<RecordDocument> All => [Source, Process, Talks()];
}
