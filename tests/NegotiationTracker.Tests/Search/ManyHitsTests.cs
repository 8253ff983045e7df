using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Tests.Timeline;
using NegotiationTracker.Web.Shared.Searching;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Search;

/// <summary>What is found by words that a few, some thousand or very many records have, held against reading every record.</summary>
public sealed class ManyHitsTests(LargeRecord large) : IClassFixture<LargeRecord>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("reykjavik")]
    [InlineData("humanitarian")]
    [InlineData("agreement")]
    [InlineData("prisoners exchange")]
    [InlineData("round")]
    [InlineData("\"humanitarian prisoners\"")]
    [InlineData("\"before the next round\"")]
    [InlineData("\"new exchange\"")]
    [InlineData("\"round next\"")]
    public async Task Everything_found_has_the_words_and_what_is_counted_is_right(string text)
    {
        await IsRightAsync(text, SearchBounds.Usual);
        await IsRightAsync(text, LargeRecord.Bounds);
    }

    private async Task IsRightAsync(string text, SearchBounds bounds)
    {
        await using var plans = large.Plans();
        var page = await new RecordSearch(plans, bounds).FindAsync(new SearchQuestion(text, Take: bounds.Ranked), Ct);
        var (all, named) = await HavingAsync(text);
        page.Hits.Select(h => $"{h.Kind}/{h.Slug}").ShouldBeSubsetOf(all.Keys);
        page.Hits.Count.ShouldBe(page.Ranked);
        var isPhrase = text[0] == '"';
        // Of phrases a part may be looked through.
        if (all.Count <= bounds.Counted && !isPhrase) page.Hits.Count.ShouldBe(Math.Min(all.Count, bounds.Ranked));
        if (page.IsExact) page.Counts.ByKind.ShouldBe(all.Keys.CountBy(k => k.Split('/')[0]).ToDictionary(), ignoreOrder: true);
        else page.Total.ShouldBeInRange(page.Ranked, all.Count);
        if (all.Count <= bounds.Listed && !isPhrase) page.IsExact.ShouldBeTrue();
        // Titles and names before text, and of the rest the most important: whoever is left out is of no more importance than the least of them.
        page.Hits.TakeWhile(h => named.Contains($"{h.Kind}/{h.Slug}")).Count().ShouldBe(page.Hits.Count(h => named.Contains($"{h.Kind}/{h.Slug}")));
        if (!page.IsExact || page.Ranked == all.Count || isPhrase) return;
        var shown = page.Hits.Select(h => $"{h.Kind}/{h.Slug}").ToHashSet();
        var rest = all.Where(e => !named.Contains(e.Key)).ToList();
        rest.Where(e => !shown.Contains(e.Key)).Select(e => e.Value).DefaultIfEmpty((short)0).Max().ShouldBeLessThanOrEqualTo(rest.Where(e => shown.Contains(e.Key)).Select(e => e.Value).DefaultIfEmpty((short)5).Min());
    }

    [Theory]
    [InlineData("humanitarian")]
    [InlineData("\"humanitarian prisoners\"")]
    public async Task Of_one_kind_only_that_kind_is_found(string text)
    {
        await using var plans = large.Plans();
        var page = await new RecordSearch(plans).FindAsync(new SearchQuestion(text, "proposals", Take: 100), Ct);
        page.Hits.ShouldNotBeEmpty();
        page.Hits.ShouldAllBe(h => h.Kind == "proposals");
        page.Hits.Select(h => $"{h.Kind}/{h.Slug}").ShouldBeSubsetOf((await HavingAsync(text)).All.Keys);
    }

    // Reads every record.
    private async Task<(Dictionary<string, short> All, HashSet<string> Named)> HavingAsync(string text)
    {
        await using var plans = large.Plans();
        await using var context = plans.CreateDbContext();
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await connection.OpenAsync(Ct);
        var query = await SearchQuery.CompileAsync(connection, SearchWords.Read(text), Ct);
        await using var command = new NpgsqlCommand("select r.kind || '/' || r.slug, e.importance, e.named @@ $1::tsquery from record.search_entries e join record.records r on r.id = e.record_id where (e.words || ''::tsvector) @@ $1::tsquery", connection) { Parameters = { new() { Value = query.Text } } };
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var (all, named) = (new Dictionary<string, short>(), new HashSet<string>());
        while (await reader.ReadAsync(Ct))
        {
            all[reader.GetString(0)] = reader.GetInt16(1);
            if (reader.GetBoolean(2)) named.Add(reader.GetString(0));
        }
        return (all, named);
    }
}
