using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>
/// Finds published records of all kinds by words, by names in any spelling or script, and by dates. Titles and names come before text, whoever acts before
/// what speaks of them; importance and time decide between equals. Any question is answered within bounds, and says what was cut.
/// </summary>
public sealed class RecordSearch(IDbContextFactory<RecordContext> contexts, SearchBounds? bounds = null)
{
    private const int MostSuggested = 5;

    // The first is never reached by what is known of; a bound all the same, because anybody may ask anything. How many records have a word decides how they are best found: planned each time.
    private const string Limits = "set local statement_timeout = '3s'; set local work_mem = '32MB'; set local plan_cache_mode = force_custom_plan";

    private static readonly string Ranking =
        $$"""
        with named as materialized (select record_id, kind, names, words, importance, day, named @@ $2::tsquery is_named from record.search_entries where record_id = any($1)),
        best as materialized (
            select record_id, row_number() over (order by
                is_named desc, is_named and kind = any('{{{string.Join(',', SearchEntry.Actors)}}}') desc, chr(10) || names || chr(10) like $5 desc, case when is_named then importance else 0 end desc,
                ts_rank_cd('{0.05,0.1,0.6,1}', words, $2::tsquery) desc, importance desc, day desc nulls last, record_id) place
            from named order by place offset $3 limit $4)
        select r.kind, r.slug, r.title, r.summary, r.date, r.zone, r.place, r.source_count, r.disputed, r.document from best join record.records r on r.id = best.record_id order by best.place
        """;

    private readonly SearchBounds _bounds = bounds ?? SearchBounds.Usual;

    /// <summary>Searches.</summary>
    public async Task<SearchPage> FindAsync(SearchQuestion question, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await using (var limits = new NpgsqlCommand(Limits, connection)) await limits.ExecuteNonQueryAsync(ct);
        try
        {
            var period = await SearchDates.ReadAsync(context, question.Text, ct);
            var page = await FindAsync(connection, question, period is null, ct);
            return page with { Period = period };
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !ct.IsCancellationRequested)
        {
            return new SearchPage { Notes = ["This search took too long and was stopped. Try fewer or rarer words."], IsExact = false };
        }
    }

    /// <summary>Records whose names have the words of an address that leads nowhere.</summary>
    public async Task<IReadOnlyList<SearchHit>> SuggestAsync(string path, CancellationToken ct)
    {
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() is { } last ? last.Replace('-', ' ').Trim() : "";
        if (words.Length is < 3 or > 120) return [];
        var page = await FindAsync(new SearchQuestion(words, Take: MostSuggested), ct);
        return page.Hits.Count > 0 ? page.Hits : (await FindAsync(new SearchQuestion(words.Replace(" ", " OR ", StringComparison.Ordinal), Take: MostSuggested), ct)).Hits;
    }

    private async Task<SearchPage> FindAsync(NpgsqlConnection connection, SearchQuestion question, bool mayCorrect, CancellationToken ct)
    {
        var words = SearchWords.Read(question.Text);
        if (words.All.Count == 0) return new SearchPage { Notes = [words.None.Count > 0 ? "Say what is looked for as well: a search can't be made of words to leave out alone." : "Type a word, a name or a date."] };
        var query = await SearchQuery.CompileAsync(connection, words, ct);
        if (query.Text.Length == 0) return new SearchPage { Ignored = query.Ignored, Notes = ["These words are too common to be looked for. Add a rarer one."] };
        var found = new SearchCandidates(connection, query, question.Kind, _bounds, ct);
        await found.FindAsync();
        string? instead = null;
        if (mayCorrect && found.Counts.ByKind.Count == 0 && await SearchSpelling.CorrectAsync(connection, words, ct) is { } corrected)
        {
            var second = await SearchQuery.CompileAsync(connection, corrected, ct);
            var other = new SearchCandidates(connection, second, question.Kind, _bounds, ct);
            await other.FindAsync();
            if (other.Counts.ByKind.Count > 0) (words, query, found, instead) = (corrected, second, other, corrected.ToString());
        }
        var total = question.Kind is null ? found.Counts.Total : found.Counts.ByKind.GetValueOrDefault(question.Kind);
        return new SearchPage
        {
            Hits = await RankAsync(connection, [.. found.Found], query, words, question, ct),
            Counts = found.Counts, Total = Math.Max(total, found.Found.Count), IsExact = found.Counts.IsExact, Ranked = found.Found.Count, Instead = instead, Ignored = query.Ignored,
            Notes = [.. Cuts(words, found)],
        };
    }

    private IEnumerable<string> Cuts(SearchWords words, SearchCandidates found)
    {
        if (words.IsCut) yield return $"Only the first {SearchWords.MostTerms} words were used.";
        if (found.IsCut) yield return string.Create(CultureInfo.InvariantCulture, $"Very many records have these words. About {_bounds.Looked:N0} of them, the important and the latest, were looked through for the phrase.");
    }

    private static async Task<IReadOnlyList<SearchHit>> RankAsync(NpgsqlConnection connection, Guid[] candidates, SearchQuery query, SearchWords words, SearchQuestion question, CancellationToken ct)
    {
        // Somebody who typed the whole of a name means whoever bears it.
        var whole = $"%\n{string.Join(' ', words.All.SelectMany(g => g).Select(t => t.Folded))}\n%";
        var found = new List<(SearchHit Hit, string Document)>();
        await using (var command = new NpgsqlCommand(Ranking, connection))
        {
            foreach (var value in new object[] { candidates, query.Text, question.Skip, question.Take, whole }) command.Parameters.Add(new NpgsqlParameter { Value = value });
            await using var reader = await command.ExecuteReaderAsync(ct);
            string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
            while (await reader.ReadAsync(ct))
                found.Add((new SearchHit(reader.GetString(0), reader.GetString(1), reader.GetString(2), Text(3), Text(4), Text(5), Text(6), reader.GetInt32(7), reader.GetBoolean(8)), reader.GetString(9)));
        }
        return await SearchPassages.AddAsync(connection, found, query, words, ct);
    }
}
