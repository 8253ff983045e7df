using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>Words made into a query of PostgreSQL's text search.</summary>
/// <param name="Text">The query; empty where all words are too common to be looked for.</param>
/// <param name="Loose">The same with the words of phrases anywhere: what an index can answer alone. It finds all that the query finds, and more.</param>
/// <param name="Ignored">Words that are too common to be looked for.</param>
internal sealed partial record SearchQuery(string Text, string Loose, IReadOnlyList<string> Ignored)
{
    /// <summary>Whether words must follow each other, which no index knows.</summary>
    public bool HasPhrase => Loose != Text;

    /// <summary>Compiles words, of which one at least must be found.</summary>
    public static async Task<SearchQuery> CompileAsync(NpgsqlConnection connection, SearchWords words, CancellationToken ct)
    {
        words = await NameSpellings.AddAsync(connection, words, ct);
        var expression = new Expression();
        var (all, whole) = (expression.All(words), expression.Whole(words));
        var single = expression.Value(words.All.SelectMany(g => g).Where(t => !t.IsPhrase).Select(t => t.Text).ToArray(), "text[]");
        var sql = $"select array(select w from unnest({single}) w where numnode(plainto_tsquery('english', w)) = 0), numnode({all}), ({whole})::text, ({all})::text";
        await using var command = new NpgsqlCommand(string.Format(CultureInfo.InvariantCulture, sql, [.. expression.Values.Select((_, i) => $"${i + 1}")]), connection);
        foreach (var value in expression.Values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (text, loose) = reader.GetInt32(1) == 0 ? ("", "") : (reader.GetString(2), reader.GetString(3));
        return new SearchQuery(text, Following().IsMatch(text) ? Following().Replace(loose, " & ") : text, reader.GetFieldValue<string[]>(0));
    }

    /// <summary>The search entries that a text finds: what lists are narrowed by. Nothing is found by a text without words.</summary>
    public static IQueryable<SearchEntry> Matching(RecordContext context, string text)
    {
        var words = SearchWords.Read(text);
        if (words.All.Count == 0) return context.Search.Where(_ => false);
        var expression = new Expression();
        var sql = string.Concat("select * from record.search_entries where words @@ ", expression.Whole(words));
        return context.Search.FromSqlRaw(sql, [.. expression.Values]);
    }

    // Made of parameters alone: what was typed is never part of a statement.
    private sealed class Expression
    {
        private readonly List<object> _values = [];

        public IReadOnlyList<object> Values => _values;

        public string Value(object value, string type)
        {
            _values.Add(value);
            return $"{{{_values.Count - 1}}}::{type}";
        }

        public string All(SearchWords words) => $"({string.Join(" && ", words.All.Select(group => $"({string.Join(" || ", group.Select(Of))})"))})";

        public string Whole(SearchWords words) => $"({All(words)}{string.Concat(words.None.Select(t => $" && !!{Of(t)}"))})";

        // As written, and folded: as a plain word, which names are kept by, and as an English one. A word that English leaves out is left out.
        private string Of(SearchTerm term)
        {
            var function = term.IsPhrase ? "phraseto_tsquery" : "plainto_tsquery";
            var typed = Folding.Plain(term.Text);
            var (english, simple) = ($"{function}('english', {Value(typed, "text")})", $"{function}('simple', {Value(term.Folded, "text")})");
            // The same word twice would be read twice.
            var query = new StringBuilder($"(case when numnode({english}) = 0 then ''::tsquery when {english} = {simple} then {english} else {english} || {simple}");
            if (!typed.Equals(term.Folded, StringComparison.OrdinalIgnoreCase)) query.Append($" || {function}('english', {Value(term.Folded, "text")})");
            query.Append(" end");
            if (term.Key is { } key) query.Append($" || case when numnode({english}) = 0 then ''::tsquery else {Value($"'{NameKeys.Prefix}{key}'", "tsquery")} end");
            foreach (var spelling in term.Spellings) query.Append($" || plainto_tsquery('english', {Value(spelling, "text")})");
            return query.Append(')').ToString();
        }
    }

    // Words are quoted in the text of a query, and have nothing of this in them: what is typed is taken apart into letters and digits first.
    [GeneratedRegex(@" <(-|[0-9]+)> ", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Following();
}
