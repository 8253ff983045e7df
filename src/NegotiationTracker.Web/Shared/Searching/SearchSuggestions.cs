using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>What somebody who is typing a name or a title may mean: those who act first, then what is important and recent.</summary>
public sealed class SearchSuggestions(IDbContextFactory<RecordContext> contexts)
{
    /// <summary>The most that are suggested.</summary>
    public const int Most = 8;

    private const int MostActors = 5;
    private const int LettersForActors = 2;
    private const int LettersForRecords = 3;
    private const int Looked = 200;
    private const int MostAbout = 90;

    private static readonly string OfActors = Sql(SearchEntry.OfActors);
    private static readonly string OfOthers = Sql($"not ({SearchEntry.OfActors})");

    /// <summary>Suggestions for what is typed so far; none for too few letters.</summary>
    public async Task<IReadOnlyList<SearchSuggestion>> FindAsync(string typed, CancellationToken ct)
    {
        var folded = Folding.Fold(typed);
        if (folded.Length < LettersForActors) return [];
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var query = Beginning(folded);
        var found = await ReadAsync(connection, OfActors, query, folded, MostActors, ct);
        if (folded.Length < LettersForRecords) return found;
        // Of very many the important ones alone are looked at.
        var important = $"({query}) & {SearchEntry.Mark('i', 5)}";
        var isMany = await IsManyAsync(connection, query, ct);
        return [.. found, .. await ReadAsync(connection, OfOthers, isMany ? important : query, folded, Most - found.Count, ct)];
    }

    // The last word may not be finished yet.
    private static string Beginning(string folded)
    {
        var words = folded.Split(' ')[..Math.Min(SearchWords.MostTerms, folded.Count(c => c == ' ') + 1)];
        return string.Join(" & ", words.Select((word, i) =>
        {
            var rest = i == words.Length - 1 ? ":*" : "";
            return NameKeys.Of(word) is { } key ? $"('{word}'{rest} | '{NameKeys.Prefix}{key}'{rest})" : $"'{word}'{rest}";
        }));
    }

    private static async Task<bool> IsManyAsync(NpgsqlConnection connection, string query, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select count(*) > $2 from (select from record.search_entries where named @@ $1::tsquery limit $2 + 1) found", connection) { Parameters = { new() { Value = query }, new() { Value = Looked } } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static string Sql(string condition) =>
        $"""
        select r.kind, r.slug, r.title, r.summary, r.date, r.zone from (select record_id, names, importance, day from record.search_entries where {condition} and named @@ $1::tsquery limit {Looked}) e
        join record.records r on r.id = e.record_id
        order by chr(10) || e.names like $2 desc, e.importance desc, e.day desc nulls last, e.record_id limit $3
        """;

    private static async Task<List<SearchSuggestion>> ReadAsync(NpgsqlConnection connection, string sql, string query, string folded, int most, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = query }, new() { Value = $"%\n{folded}%" }, new() { Value = most } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<SearchSuggestion>();
        while (await reader.ReadAsync(ct))
        {
            var (kind, summary, date) = (reader.GetString(0), reader.IsDBNull(3) ? null : reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4));
            var about = SearchEntry.Actors.Contains(kind) || date is null ? summary : Edtf.Parse(date).Short(reader.IsDBNull(5) ? null : reader.GetString(5));
            found.Add(new SearchSuggestion(kind, Kinds.Get(kind).Singular, reader.GetString(2), about is { Length: > MostAbout } ? $"{about[..(MostAbout - 1)]}…" : about, Links.To(kind, reader.GetString(1))));
        }
        return found;
    }
}

/// <summary>A record that may be meant.</summary>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Said">The kind in a word.</param>
/// <param name="Title">Its title.</param>
/// <param name="About">What tells it apart: who it is, or when it was.</param>
/// <param name="Url">Address of its page.</param>
public sealed record SearchSuggestion(string Kind, string Said, string Title, string? About, string Url);
