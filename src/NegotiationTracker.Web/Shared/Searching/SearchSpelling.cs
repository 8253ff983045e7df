using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>"Did you mean": for words that nothing public has, the words of titles and names that are spelt most like them.</summary>
internal static class SearchSpelling
{
    private const int LettersForAFault = 4;
    private const int Alike = 24;
    private const int MostCorrected = 3;

    /// <summary>The words with those that nothing has replaced; null where that can't be done, or would find nothing either.</summary>
    public static async Task<SearchWords?> CorrectAsync(NpgsqlConnection connection, SearchWords words, CancellationToken ct)
    {
        var (corrected, count) = (words, 0);
        foreach (var term in words.All.SelectMany(g => g).Where(t => !t.IsPhrase && t.Folded.Length >= NameKeys.Least && t.Folded.All(char.IsAsciiLetterLower)))
        {
            if (count == MostCorrected) break;
            if (await IsFoundAsync(connection, term, ct)) continue;
            // A declined name is further from the name than what is left of it without its ending.
            if ((await NearestAsync(connection, term.Folded, ct) ?? (term.Key is { } key ? await NearestAsync(connection, key, ct) : null)) is not { } word) return null;
            corrected = corrected.With(term, word);
            count++;
        }
        return count > 0 ? corrected : null;
    }

    private static async Task<bool> IsFoundAsync(NpgsqlConnection connection, SearchTerm term, CancellationToken ct)
    {
        var query = await SearchQuery.CompileAsync(connection, new SearchWords([[term]], [], false), ct);
        // A word that is too common to be looked for is spelt well.
        if (query.Text.Length == 0) return true;
        await using var command = new NpgsqlCommand("select exists (select from record.search_entries where words @@ $1::tsquery)", connection) { Parameters = { new() { Value = query.Text } } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    // The index knows which words share parts; which of them differs least is counted here; few mistype the first letter.
    private static async Task<string?> NearestAsync(NpgsqlConnection connection, string typed, CancellationToken ct)
    {
        var alike = new List<string>();
        await using (var command = new NpgsqlCommand("select word from record.search_words order by word <-> $1 limit $2", connection) { Parameters = { new() { Value = typed }, new() { Value = Alike } } })
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) alike.Add(reader.GetString(0));
        var near = alike.Select((word, i) => (Word: word, Distance: EditDistance.Between(typed, word), Rank: i)).Where(w => w.Distance <= typed.Length / LettersForAFault);
        return near.OrderBy(w => w.Distance).ThenByDescending(w => w.Word[0] == typed[0]).ThenBy(w => w.Rank).FirstOrDefault().Word;
    }
}
