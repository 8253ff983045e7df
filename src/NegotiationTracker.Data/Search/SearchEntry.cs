using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NegotiationTracker.Data.Records;
using NpgsqlTypes;

namespace NegotiationTracker.Data.Search;

/// <summary>What a record is found by. Names are folded (no marks, Latin letters, lower case) so that any spelling or script meets any other.</summary>
public sealed class SearchEntry : IRecordRow
{
    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>Key of the record's kind.</summary>
    public required string Kind { get; set; }

    /// <summary>Title and names, folded, one a line.</summary>
    public required string Names { get; set; }

    /// <summary>Running text with marks taken off.</summary>
    public required string Body { get; set; }

    /// <summary>Words, computed by the database: names weigh more than text.</summary>
    public NpgsqlTsVector Words { get; set; } = null!;

    internal sealed class Table : IEntityTypeConfiguration<SearchEntry>
    {
        public void Configure(EntityTypeBuilder<SearchEntry> builder)
        {
            builder.ToTable("search_entries");
            builder.HasKey(e => e.RecordId);
            builder.HasOne<Record>().WithMany().HasForeignKey(e => e.RecordId).OnDelete(DeleteBehavior.Restrict);
            builder.Property(e => e.Words).HasComputedColumnSql("setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('english', names), 'B') || to_tsvector('english', body)", stored: true);
            builder.HasIndex(e => e.Words).HasMethod("gin");
            builder.HasIndex(e => e.Names).HasMethod("gin").HasOperators("gin_trgm_ops");
        }
    }
}
