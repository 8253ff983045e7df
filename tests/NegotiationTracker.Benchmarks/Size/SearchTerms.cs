using System.Globalization;
using Npgsql;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>Some searches of one sort.</summary>
/// <param name="Name">The sort.</param>
/// <param name="Terms">What is typed.</param>
/// <param name="Said">The first of them, and in what share of the records it stands.</param>
internal sealed record SearchTerms(string Name, IReadOnlyList<string> Terms, string Said)
{
    private const int Each = 5;
    private const double Common = 0.20;
    private const double Middling = 0.02;

    // Frequencies in a part of the record; the shares that are printed are of the whole.
    private const string Frequencies = """
        with part as (select count(*) n from record.search_entries tablesample system (5) repeatable (1))
        select s.word, s.ndoc::float8 / part.n from part, ts_stat('select to_tsvector(''simple'', body) from record.search_entries tablesample system (5) repeatable (1)') s
        where s.word ~ '^[a-z]{4,}$' and to_tsvector('english', s.word) <> ''::tsvector
        """;

    /// <summary>Chooses words by how frequent they are in this record.</summary>
    public static async Task<IReadOnlyList<SearchTerms>> ChooseAsync(NpgsqlDataSource database)
    {
        var words = new List<(string Word, double Share)>();
        await using (var command = database.CreateCommand(Frequencies))
        {
            command.CommandTimeout = 300;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) words.Add((reader.GetString(0), reader.GetDouble(1)));
        }
        List<string> Near(double share) => [.. words.OrderBy(w => Math.Abs(Math.Log(w.Share / share))).ThenBy(w => w.Word, StringComparer.Ordinal).Take(Each).Select(w => w.Word)];
        var (rare, middling, common) = (words.OrderBy(w => w.Share).ThenBy(w => w.Word, StringComparer.Ordinal).Take(Each).Select(w => w.Word).ToList(), Near(Middling), Near(Common));
        var names = new List<string>();
        await using (var command = database.CreateCommand("select title from record.records where kind = 'people' and document is not null order by slug limit 200"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        }
        return
        [
            await OfAsync(database, "rare word", rare), await OfAsync(database, "middling word", middling), await OfAsync(database, "very common word", common),
            await OfAsync(database, "two words", [.. common.Zip(middling, (a, b) => $"{a} {b}")]),
            await OfAsync(database, "phrase", ["\"new exchange\"", "\"joint ceasefire\"", "\"before the next round\"", "\"the humanitarian prisoners\"", "\"joint list\""]),
            new SearchTerms("misspelt name", [.. names.Select(n => n.Split(' ')[^1]).Where(n => n.Length >= 6).Distinct().Take(Each).Select(Misspelt)], ""),
        ];
    }

    private static async Task<SearchTerms> OfAsync(NpgsqlDataSource database, string name, List<string> terms)
    {
        await using var command = database.CreateCommand("select count(*) filter (where words @@ websearch_to_tsquery('english', $1))::float8 / count(*) from record.search_entries");
        command.CommandTimeout = 300;
        command.Parameters.Add(new() { Value = terms[0] });
        var share = (double)(await command.ExecuteScalarAsync())!;
        return new SearchTerms(name, terms, string.Create(CultureInfo.InvariantCulture, $"such as {terms[0]}, in {share * 100:0.###} % of records"));
    }

    // Two letters in the middle changed places.
    private static string Misspelt(string name) => $"{name[..2]}{name[3]}{name[2]}{name[4..]}";
}
