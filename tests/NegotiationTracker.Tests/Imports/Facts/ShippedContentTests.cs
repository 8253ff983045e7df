using System.Text.Json;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Talks;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Imports.Facts;

/// <summary>The content that ships with the program: whole, consistent, and nothing lost on its way from the facts.</summary>
public sealed class ShippedContentTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Content", "istanbul-2025");

    private static readonly Lazy<IReadOnlyList<(string Place, string Text, RecordDocument Document)>> All = new(() => [.. Files().Concat(Lines())]);

    private static IEnumerable<RecordDocument> Documents => All.Value.Select(a => a.Document);

    [Fact]
    public void Every_kind_arrived_in_full() =>
        Documents.GroupBy(d => d.Kind).ToDictionary(g => g.Key, g => g.Count()).ShouldBe(
            new Dictionary<string, int>
            {
                ["processes"] = 6, ["sources"] = 436, ["parties"] = 16, ["organizations"] = 22, ["people"] = 64, ["talks"] = 73, ["delegations"] = 7, ["proposals"] = 9, ["exchanges"] = 24,
                ["statements"] = 39, ["commitments"] = 14, ["incidents"] = 7, ["ceasefires"] = 10,
            },
            ignoreOrder: true);

    [Fact]
    public void Every_record_names_the_item_that_it_came_from_and_no_two_the_same()
    {
        var origins = Documents.Where(d => d.Kind != "processes").Select(d => d.Origin).ToList();

        origins.ShouldAllBe(o => !string.IsNullOrEmpty(o));
        origins.ShouldBeUnique();
    }

    [Fact]
    public void All_conflicts_arrived_with_a_note_for_readers()
    {
        var differences = Documents.SelectMany(d => d.Differences).Where(d => d.Origin is not null).ToList();

        differences.Count.ShouldBe(113);
        differences.Select(d => d.Origin).ShouldBeUnique();
        differences.ShouldAllBe(d => d.Note.Length > 10);
        differences.Count(d => d.Kind == DifferenceKind.Slip).ShouldBe(21);
        differences.Count(d => d.Highlight).ShouldBe(14);
    }

    // 1,235 citations stand on items of the facts, and the values of five conflicts across records bring more; the rest of the
    // 2,245 there are the 436 by which sources name themselves and the 574 that conflicts repeat from their items.
    [Fact]
    public void All_citations_arrived() => Documents.SelectMany(d => Kinds.Get(d.Kind).Citations(d)).Count().ShouldBeGreaterThanOrEqualTo(1_235);

    [Fact]
    public void All_batches_figures_checks_and_reported_values_arrived()
    {
        var batches = Documents.OfType<ExchangeDocument>().SelectMany(e => e.Batches).ToList();
        batches.Count.ShouldBe(36);
        batches.Sum(b => b.Figures.Count).ShouldBe(85);
        batches.Sum(b => b.Figures.Count(f => f.Withheld)).ShouldBe(17);
        Documents.OfType<ExchangeDocument>().Sum(e => e.Totals.Count).ShouldBe(37);
        Documents.OfType<ExchangeDocument>().Sum(e => e.Agreed.Count).ShouldBe(13);
        Documents.Sum(d => d.Checks.Count).ShouldBe(38);
        var across = Documents.SelectMany(d => d.Differences).Where(d => d.Origin?.StartsWith("conf-cross-", StringComparison.Ordinal) == true).Select(d => d.Field).ToHashSet();
        Documents.OfType<TalksDocument>().SelectMany(t => t.Claims).Count(c => c.Field != "initiative" && !across.Contains(c.Field)).ShouldBe(152);
        Documents.OfType<TalksDocument>().SelectMany(t => t.Claims).Count(c => c.Field == "initiative").ShouldBe(20);
    }

    [Fact]
    public void Every_document_is_written_as_the_program_writes_it()
    {
        foreach (var (place, text, document) in All.Value)
        {
            var again = JsonSerializer.Serialize(document, document.GetType(), place.EndsWith(".json", StringComparison.Ordinal) ? DocumentJson.Indented : DocumentJson.Compact) + "\n";
            again.ShouldBe(text, place);
        }
    }

    [Fact]
    public void Every_document_keeps_the_rules_of_its_kind() =>
        Documents.SelectMany(d => Kinds.Get(d.Kind).Check(d).Select(f => $"{d.Kind}/{d.Slug}: {f.Field}: {f.Reason}")).ShouldBeEmpty();

    [Fact]
    public void Every_reference_resolves()
    {
        var known = Documents.Select(d => (d.Kind, d.Slug)).ToHashSet();

        Documents.SelectMany(d => Kinds.Get(d.Kind).References(d).Where(r => !known.Contains((r.Kind, r.Slug))).Select(r => $"{d.Kind}/{d.Slug}: {r.Field} -> {r.Kind}/{r.Slug}")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_record_but_a_source_cites_one() =>
        Documents.Where(d => d.Kind != "sources" && !Kinds.Get(d.Kind).Citations(d).Any()).Select(d => d.Slug).ShouldBeEmpty();

    [Fact]
    public void The_first_delegations_and_talks_are_found_under_readable_addresses()
    {
        var slugs = Documents.Select(d => $"{d.Kind}/{d.Slug}").ToHashSet();

        foreach (var address in new[] { "talks/istanbul-2025-06-02", "talks/rubio-lavrov-call-2025-05-17", "delegations/ukraine-istanbul-2025-06-02", "people/rustem-umerov", "parties/turkiye", "exchanges/prisoners-2025-05-23", "sources/seed-000", "sources/seed-002", "processes/ukraine-2025" })
            slugs.ShouldContain(address);
    }

    private static IEnumerable<(string Place, string Text, RecordDocument Document)> Files() =>
        Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path =>
        {
            var text = File.ReadAllText(path);
            var kind = Kinds.Get(Path.GetFileName(Path.GetDirectoryName(path)!));
            var document = kind.Read(text);
            document.Slug.ShouldBe(Path.GetFileNameWithoutExtension(path));
            return (path, text, document);
        });

    private static IEnumerable<(string Place, string Text, RecordDocument Document)> Lines() =>
        File.ReadAllText(Path.Combine(Folder, "sources.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => ($"sources.jsonl:{i + 1}", line + "\n", Kinds.Get("sources").Read(line)));
}
