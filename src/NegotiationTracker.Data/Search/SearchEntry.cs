using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NegotiationTracker.Data.Records;
using NpgsqlTypes;

namespace NegotiationTracker.Data.Search;

/// <summary>What a record is found by. Names are folded (no marks, Latin letters, lower case) so that any spelling or script meets any other.</summary>
public sealed class SearchEntry : IRecordRow
{
    /// <summary>Kinds of those who act, whose own record comes before all that speaks of them.</summary>
    public static readonly string[] Actors = ["people", "organizations", "parties", "processes"];

    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>Key of the record's kind.</summary>
    public required string Kind { get; set; }

    /// <summary>Title and names, folded, one a line.</summary>
    public required string Names { get; set; }

    /// <summary>Keys of the names in them, see <see cref="NameKeys"/>, with their prefix.</summary>
    public string[] Keys { get; set; } = [];

    /// <summary>Running text with marks taken off.</summary>
    public required string Body { get; set; }

    /// <summary>1 (a detail) to 5 (a turning point, or one of those who act).</summary>
    public short Importance { get; set; }

    /// <summary>First day of the record's time.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Words of the title and the names with the marks, computed by the database.</summary>
    public NpgsqlTsVector Named { get; set; } = null!;

    /// <summary>All words with the marks, computed by the database: names weigh more than text.</summary>
    public NpgsqlTsVector Words { get; set; } = null!;

    /// <summary>The actors as a condition in SQL, in the words of the index that holds them alone.</summary>
    public static readonly string OfActors = $"kind in ('{string.Join("', '", Actors)}')";

    /// <summary>
    /// What searches narrow by, as a word that nobody can type: <c>~ktalks</c> a kind, <c>~i5</c> an importance, <c>~i5y2025</c> the same of one year. An index
    /// that is asked for "this word, of this importance, in this year" goes through the shortest of the lists: so the best of very many are found without looking at all.
    /// </summary>
    public static string Mark(char of, object value) => $"'{NameKeys.Prefix}{of}{value}'";

    internal sealed class Table : IEntityTypeConfiguration<SearchEntry>
    {
        private const string Marks = "array_to_tsvector(keys || ('~k' || kind) || ('~i' || importance::text) || ('~i' || importance::text || 'y' || coalesce(date_part('year', day)::int::text, '')))";
        private const string OfNames = "setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('english', names), 'B')";

        public void Configure(EntityTypeBuilder<SearchEntry> builder)
        {
            builder.ToTable("search_entries");
            builder.HasKey(e => e.RecordId);
            builder.HasOne<Record>().WithMany().HasForeignKey(e => e.RecordId).OnDelete(DeleteBehavior.Restrict);
            builder.Property(e => e.Named).HasComputedColumnSql($"{OfNames} || {Marks}", stored: true);
            builder.Property(e => e.Words).HasComputedColumnSql($"{OfNames} || to_tsvector('english', body) || {Marks}", stored: true);
            // Without the list of what is pending: every search would read it until it is flushed.
            builder.HasIndex(e => e.Words).HasMethod("gin").HasStorageParameter("fastupdate", false);
            builder.HasIndex(e => e.Named).HasMethod("gin").HasStorageParameter("fastupdate", false);
            builder.HasIndex(e => e.Named, "ix_search_entries_actors").HasMethod("gin").HasStorageParameter("fastupdate", false).HasFilter(OfActors);
        }
    }
}
