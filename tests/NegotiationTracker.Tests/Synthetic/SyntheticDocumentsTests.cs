using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Synthetic;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Synthetic;

public sealed class SyntheticDocumentsTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(300, -7)]
    [InlineData(4_000, 1)]
    [InlineData(4_001, int.MaxValue)]
    public void Every_document_is_as_its_kind_wants_it_and_the_entries_are_as_many_as_asked_for(int entries, int seed)
    {
        var counted = 0;
        foreach (var (items, register) in Generation.Documents(entries, seed))
        {
            items.SelectMany(i => SyntheticRows.Faults(i.Document, register).Select(f => $"{i.Document.Kind}/{i.Document.Slug} {f.Field}: {f.Reason}")).ShouldBeEmpty();
            counted += items.Sum(i => Kinds.Get(i.Document.Kind).Chronology(i.Document).Count());
        }
        counted.ShouldBe(entries);
    }

    [Fact]
    public void It_holds_what_a_real_record_holds()
    {
        var documents = Generation.Documents(12_000, 1).SelectMany(p => p.Items).Select(i => i.Document).ToList();
        documents.Select(d => d.Kind).Distinct().Order().ShouldBe(Kinds.All.Select(k => k.Key).Order());
        var told = documents.Where(d => d.Kind is not ("sources" or "people" or "parties" or "organizations" or "processes")).ToList();
        Share(told, d => d.Differences.Any(x => x.Kind == DifferenceKind.Disagreement)).ShouldBeInRange(0.08, 0.16);

        var entries = documents.SelectMany(d => Kinds.Get(d.Kind).Chronology(d).Select(e => (Document: d, Entry: e))).ToList();
        (entries.Count / (double)documents.Count).ShouldBeInRange(2.5, 4.5);
        entries.Select(e => e.Entry.Kind).Distinct().Count().ShouldBeGreaterThan(24);
        foreach (var mark in new[] { "~", "?", "/", "T", "..", "X" }) entries.Count(e => e.Entry.When.Date.Text.Contains(mark, StringComparison.Ordinal)).ShouldBeGreaterThan(20, mark);
        entries.Count(e => e.Entry.When.Date.Text.Length == "2014-03".Length).ShouldBeGreaterThan(100);

        // Bursts and quiet months, over twelve years.
        var months = entries.GroupBy(e => e.Entry.When.Date.Days.First is { } day ? (day.Year * 12) + day.Month : 0).Where(g => g.Key > 0).Select(g => g.Count()).Order().ToList();
        months.Count.ShouldBeGreaterThan(140);
        months[^5].ShouldBeGreaterThan(6 * months[months.Count / 5]);
    }

    [Fact]
    public void Words_are_as_unevenly_frequent_as_those_of_real_text()
    {
        var texts = Generation.Documents(12_000, 1).SelectMany(p => p.Items).SelectMany(i => Kinds.Get(i.Document.Kind).Chronology(i.Document)).Select(e => $"{e.Title} {e.Summary}").ToList();
        double Frequency(string word) => texts.Count(t => t.Contains(word, StringComparison.OrdinalIgnoreCase)) / (double)texts.Count;
        Frequency("kestovia").ShouldBeInRange(0.08, 0.3);
        Frequency("minsk").ShouldBeInRange(0.008, 0.04);
        Frequency("trawler").ShouldBeInRange(0.0002, 0.008);
    }

    private static double Share(List<RecordDocument> documents, Func<RecordDocument, bool> has) => documents.Count(has) / (double)documents.Count;
}
