using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace NegotiationTracker.Data.Search;

/// <summary>
/// A folded word that stands, or once stood, in a title or a name: what "did you mean" chooses from. It is only ever offered where a search for it finds
/// something public, so a word that was taken back is never shown.
/// </summary>
public sealed class SearchWord
{
    /// <summary>The word.</summary>
    public required string Word { get; set; }

    /// <summary>Adds the words of records, or of all.</summary>
    internal static async Task AddAsync(NpgsqlConnection connection, Guid[]? records, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            insert into record.search_words (word)
            select distinct w from (select unnest(string_to_array(replace(names, chr(10), ' '), ' ')) w from record.search_entries {(records is null ? "" : "where record_id = any(@records)")}) x
            where length(w) between {NameKeys.Least} and 40 and w !~ '[0-9]' on conflict do nothing
            """, connection);
        if (records is not null) command.Parameters.Add(new NpgsqlParameter("records", records));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Takes away the words of names that stand in no record any more.</summary>
    internal static async Task TakeAsync(NpgsqlConnection connection, IEnumerable<string> names, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            delete from record.search_words s where s.word = any(@words) and s.word not in (
              select w from (select unnest(string_to_array(replace(names, chr(10), ' '), ' ')) w from record.search_entries) x where w = any(@words))
            """, connection);
        command.Parameters.Add(new NpgsqlParameter("words", names.SelectMany(n => Folding.Fold(n).Split(' ')).Where(w => w.Length > 0).Distinct().ToArray()));
        await command.ExecuteNonQueryAsync(ct);
    }

    internal sealed class Table : IEntityTypeConfiguration<SearchWord>
    {
        public void Configure(EntityTypeBuilder<SearchWord> builder)
        {
            builder.ToTable("search_words");
            builder.HasKey(w => w.Word);
            builder.HasIndex(w => w.Word, "ix_search_words_alike").HasMethod("gist").HasOperators("gist_trgm_ops");
        }
    }
}
