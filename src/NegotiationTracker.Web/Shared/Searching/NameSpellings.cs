using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>
/// Other spellings of the names that were typed. Titles and names have keys, running text has none: whoever types Zelensky means the texts with Zelenskyy
/// too. The spellings are those that the record has of people, organizations, parties and processes.
/// </summary>
internal static class NameSpellings
{
    private const int MostBearers = 20;
    private const int MostSpellings = 6;

    private static readonly string Sql =
        $"""
        select k.key, e.names from unnest($1::text[]) k(key)
        cross join lateral (select names from record.search_entries where {SearchEntry.OfActors} and named @@ (quote_literal('{NameKeys.Prefix}' || k.key))::tsquery limit {MostBearers}) e
        """;

    /// <summary>The words with the spellings of each.</summary>
    public static async Task<SearchWords> AddAsync(NpgsqlConnection connection, SearchWords words, CancellationToken ct)
    {
        var keys = words.All.SelectMany(g => g).Concat(words.None).Select(t => t.Key).OfType<string>().Distinct().ToArray();
        if (keys.Length == 0) return words;
        var found = new List<(string Key, string Word)>();
        await using (var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = keys } } })
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct))
                found.AddRange(reader.GetString(1).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => NameKeys.Of(w) == reader.GetString(0)).Select(w => (reader.GetString(0), w)));
        var spellings = found.Distinct().ToLookup(f => f.Key, f => f.Word);
        return words with { All = [.. words.All.Select(g => (IReadOnlyList<SearchTerm>)[.. g.Select(With)])], None = [.. words.None.Select(With)] };

        SearchTerm With(SearchTerm term) =>
            term.Key is { } key ? term with { Spellings = [.. spellings[key].Where(w => w != term.Folded).Order(StringComparer.Ordinal).Take(MostSpellings)] } : term;
    }
}
