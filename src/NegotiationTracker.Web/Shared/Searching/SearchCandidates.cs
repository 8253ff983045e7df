using System.Text.Json.Nodes;
using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>
/// Finds what is worth ranking, and counts what there is. Up to <see cref="SearchBounds.Counted"/> all are looked at. Of more, those that have the words in a
/// title or a name come first, the important before the others and of these the latest: each question then reads the shortest lists of one index. Words that
/// stand in very many records are so answered as fast as rare ones, and what is not counted or not ranked is said.
/// </summary>
internal sealed class SearchCandidates(NpgsqlConnection connection, SearchQuery query, string? kind, SearchBounds bounds, CancellationToken ct)
{
    private const int MostImportant = 5;
    private const int MostYears = 60;

    // From here on it is faster to read the table until there are enough than to ask the index for all; up to here in the table, for estimates can be wrong.
    private const int Common = 40_000;
    private const int MostBlocks = 6_000;

    // As many in so few of its first blocks promise that the table is read a quarter of the way at most.
    private const int Sample = 200;

    // So many times more than are listed, by that sample, need not be counted.
    private const int Surely = 4;

    private readonly List<Guid> _found = [];
    private readonly Dictionary<Guid, string> _known = [];
    private readonly HashSet<Guid> _looked = [];
    private List<Listed>? _listed;

    // What the index found is right, but for phrases.
    private string Strict => query.HasPhrase ? "words @@ $1::tsquery" : "true";

    /// <summary>Ids of the candidates.</summary>
    public IReadOnlyList<Guid> Found => _found;

    /// <summary>How many there are of every kind.</summary>
    public SearchCounts Counts { get; private set; } = SearchCounts.None;

    /// <summary>Whether a phrase was looked for in a part of the records only.</summary>
    public bool IsCut => query.HasPhrase && _looked.Count >= bounds.Looked;

    private bool IsEnough => _found.Count >= bounds.OfMany || IsCut;

    /// <summary>Looks.</summary>
    public async Task FindAsync()
    {
        if (query.HasPhrase && await HaveEnoughOfImportantAsync())
        {
            Counts = new SearchCounts(await WithActorsAsync(LeastOfPhrase()), false);
            return;
        }
        // How many there are is seen at a glance; whether words follow each other and where they stand is read of each, so only of those that will be used.
        var listed = await ListAsync();
        if (listed.Count <= bounds.Counted)
        {
            var all = listed.Count > 0 ? await AllAsync() : [];
            Counts = new SearchCounts(all.CountBy(e => e.Kind).ToDictionary(), true);
            Take(all.Where(e => kind is null || e.Kind == kind).OrderByDescending(e => e.IsNamed).ThenByDescending(e => e.Importance).ThenByDescending(e => e.Day).Select(e => (e.Id, e.Kind)), bounds.Ranked);
            return;
        }
        await FillAsync("named");
        if (!IsEnough) await (_listed is { } all ? FillAsync(all) : FillAsync("words"));
        var least = query.HasPhrase ? LeastOfPhrase() : listed.CountBy(e => e.Kind).ToDictionary();
        Counts = _listed is not null && !query.HasPhrase ? new SearchCounts(least, true) : new SearchCounts(await WithActorsAsync(least), false);
    }

    // At least those that were found have the phrase.
    private Dictionary<string, int> LeastOfPhrase() => _known.Values.CountBy(k => k).ToDictionary();

    // Where all words of a phrase stand in very many records, those with a name of it and the most important are mostly all that is looked through: to list the others first took half of the time.
    private async Task<bool> HaveEnoughOfImportantAsync()
    {
        await using (var size = Command("select pg_relation_size('record.search_entries') / current_setting('block_size')::int"))
        {
            if (await SampleAsync() * (long)(await size.ExecuteScalarAsync(ct))! / Sample < Surely * bounds.Listed) return false;
        }
        await ByIndexAsync(true);
        await FillAsync("named");
        if (!IsEnough) await FillMostImportantAsync("words");
        if (IsEnough) return true;
        _found.Clear();
        _known.Clear();
        _looked.Clear();
        return false;
    }

    // Records that the index finds: all of them, or more than are looked at.
    private async Task<List<Listed>> ListAsync()
    {
        var first = await IsCommonAsync() ? await InTableAsync() : [];
        await ByIndexAsync(true);
        if (first.Count > bounds.Counted) return first;
        var all = await ListAsync("words @@ $1::tsquery", bounds.Listed + 1);
        _listed = all.Count <= bounds.Listed ? all : null;
        return all;

        async Task<List<Listed>> InTableAsync()
        {
            await ByIndexAsync(false);
            return await ListAsync($"ctid < '({MostBlocks},0)' and words @@ $1::tsquery", bounds.Counted + 1);
        }
    }

    private async Task<List<Listed>> ListAsync(string which, int most, string mark = "")
    {
        await using var command = Command($"select record_id, kind, importance, day from record.search_entries where {which} limit $2", query.Loose, most, mark);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var listed = new List<Listed>();
        while (await reader.ReadAsync(ct)) listed.Add(Read(reader));
        return listed;
    }

    private static Listed Read(NpgsqlDataReader reader) => new(reader.GetGuid(0), reader.GetString(1), reader.GetInt16(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateOnly>(3));

    private async Task<List<Listed>> AllAsync()
    {
        await using var command = Command(
            $"""
            select record_id, kind, importance, day, named @@ $1::tsquery from (select record_id, kind, importance, day, named, words from record.search_entries where words @@ $2::tsquery limit $3) e where {Strict}
            """,
            query.Text, query.Loose, bounds.Counted);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var entries = new List<Listed>();
        while (await reader.ReadAsync(ct)) entries.Add(Read(reader) with { IsNamed = reader.GetBoolean(4) });
        return entries;
    }

    // PostgreSQL knows how frequent the frequent words are. Of several it takes for granted that one has nothing to do with the other, and words that follow each other have: that is tried.
    private async Task<bool> IsCommonAsync()
    {
        await using (var command = Command("explain (format json) select from record.search_entries where words @@ $1::tsquery", query.Loose))
        {
            var plan = JsonNode.Parse((string)(await command.ExecuteScalarAsync(ct))!)!;
            if (plan[0]!["Plan"]!["Plan Rows"]!.GetValue<double>() >= Common) return true;
        }
        return query.HasPhrase && await SampleAsync() >= Sample;
    }

    private long? _sampled;

    private async Task<long> SampleAsync()
    {
        if (_sampled is { } known) return known;
        await using var sample = Command($"select count(*) from record.search_entries where ctid < '({Sample},0)' and words @@ $1::tsquery", query.Loose);
        return (_sampled = (long)(await sample.ExecuteScalarAsync(ct))!).Value;
    }

    // What a mark leaves of a word can't be estimated, and a table that is read until there is enough is read to its end where there is not.
    private async Task ByIndexAsync(bool isOnly)
    {
        await using var command = Command($"set local enable_seqscan = {(isOnly ? "off" : "on")}");
        await command.ExecuteNonQueryAsync(ct);
    }

    // Those who act are few and may stand behind the many that were counted; with their mark they are found by themselves.
    private async Task<Dictionary<string, int>> WithActorsAsync(Dictionary<string, int> counts)
    {
        await using var command = Command(
            $"""
            select actors.kind, counted.count from unnest($1) actors(kind) cross join lateral (
                select count(*) from record.search_entries e where e.words @@ ($3::tsquery && ('''{NameKeys.Prefix}k' || actors.kind || '''')::tsquery) and e.words @@ $2::tsquery) counted
            where counted.count > 0
            """,
            SearchEntry.Actors, query.Text, query.Loose);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) counts[reader.GetString(0)] = (int)reader.GetInt64(1);
        return counts;
    }

    private async Task FillAsync(List<Listed> all)
    {
        var best = all.Where(e => (kind is null || e.Kind == kind) && !_looked.Contains(e.Id)).OrderByDescending(e => e.Importance).ThenByDescending(e => e.Day).ThenBy(e => e.Id).Select(e => (e.Id, e.Kind));
        if (!query.HasPhrase)
        {
            Take(best, bounds.OfMany);
            return;
        }
        var looked = best.Take(Math.Max(0, bounds.Looked - _looked.Count)).ToList();
        if (looked.Count == 0) return;
        _looked.UnionWith(looked.Select(e => e.Id));
        await using var command = Command("select record_id from record.search_entries where record_id = any($1) and words @@ $2::tsquery", looked.Select(e => e.Id).ToArray(), query.Text);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var having = new HashSet<Guid>();
        while (await reader.ReadAsync(ct)) having.Add(reader.GetGuid(0));
        Take(looked.Where(e => having.Contains(e.Id)), bounds.OfMany);
    }

    private async Task FillAsync(string column)
    {
        await FillMostImportantAsync(column);
        if (IsEnough) return;
        // Of all words together and every kind it is known by now that there are too many to list them. Phrases are looked for in more than there is room for.
        var most = query.HasPhrase ? bounds.Counted : bounds.OfMany;
        if ((column == "named" || kind is not null) && await ListAsync($"{column} @@ (('(' || $1 || ')' || $3)::tsquery)", most + 1, OfKind) is var few && few.Count <= most)
        {
            await FillAsync(few);
            return;
        }
        for (var importance = MostImportant - 1; importance >= 1 && !IsEnough; importance--)
            Take(await ReadAsync(column, [.. (await YearsAsync()).Select(y => $"{OfKind} & {SearchEntry.Mark('i', $"{importance}y{y}")}")]), bounds.OfMany);
    }

    private async Task FillMostImportantAsync(string column) => Take(await ReadAsync(column, [$"{OfKind} & {SearchEntry.Mark('i', MostImportant)}"]), bounds.OfMany);

    private string OfKind => kind is null ? "" : $" & {SearchEntry.Mark('k', kind)}";

    private void Take(IEnumerable<(Guid Id, string Kind)> records, int most)
    {
        foreach (var (id, of) in records)
            if (_found.Count < most && _known.TryAdd(id, of)) _found.Add(id);
    }

    // The marks one after the other, as long as there is room: the later are not asked for then.
    private async Task<List<(Guid Id, string Kind)>> ReadAsync(string column, string[] marks)
    {
        await using var command = Command(
            $"""
            select e.record_id, {Strict.Replace("$1", "$2", StringComparison.Ordinal)}, e.kind from unnest($1) with ordinality mark(text, place) cross join lateral (
                select record_id, words, kind from record.search_entries where {column} @@ (('(' || $3 || ')' || mark.text)::tsquery) limit $4) e limit $4
            """,
            marks, query.Text, query.Loose, query.HasPhrase ? Math.Clamp(bounds.Looked - _looked.Count, 1, bounds.OfMany + 1) : bounds.OfMany + 1);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var records = new List<(Guid, string)>();
        while (await reader.ReadAsync(ct))
        {
            _looked.Add(reader.GetGuid(0));
            if (reader.GetBoolean(1)) records.Add((reader.GetGuid(0), reader.GetString(2)));
        }
        return records;
    }

    private IReadOnlyList<string>? _years;

    // The years of the record: latest first, and last what has no time.
    private async Task<IReadOnlyList<string>> YearsAsync()
    {
        if (_years is not null) return _years;
        await using var command = Command("select date_part('year', max(at) at time zone 'UTC')::int, date_part('year', min(at) at time zone 'UTC')::int from record.timeline_entries where until is null");
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (last, first) = await reader.IsDBNullAsync(0, ct) ? (0, 1) : (reader.GetInt32(0), reader.GetInt32(1));
        return _years = [.. Enumerable.Range(0, Math.Clamp(last - first + 1, 0, MostYears)).Select(back => $"{last - back}"), ""];
    }

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private readonly record struct Listed(Guid Id, string Kind, short Importance, DateOnly? Day, bool IsNamed = false);
}
