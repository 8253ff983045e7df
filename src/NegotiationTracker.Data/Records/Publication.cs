using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Records;

/// <summary>A revision that was public, and from when until when: what history and "as known on" read.</summary>
public sealed class Publication : IRecordRow
{
    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>Number of the revision.</summary>
    public int Revision { get; set; }

    /// <summary>Public from, UTC.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>Public until, UTC; empty for the present one.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>The editor's comment.</summary>
    public string? Comment { get; set; }

    /// <summary>Hash of the revision in its chain.</summary>
    public required string Hash { get; set; }

    /// <summary>The document of the past (jsonb); the present one's stands in its record. Empty, too, where the revision says that the record is retracted, and where it was redacted.</summary>
    public string? Document { get; set; }

    /// <summary>When the revision was redacted, UTC: a tombstone is all that is left of it.</summary>
    public DateTimeOffset? RedactedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Publication>
    {
        public void Configure(EntityTypeBuilder<Publication> builder)
        {
            builder.ToTable("publications");
            builder.HasKey(p => new { p.RecordId, p.Revision });
            builder.Property(p => p.Hash).HasMaxLength(64).IsFixedLength();
            builder.Property(p => p.Document).HasColumnType("jsonb");
            builder.HasIndex(p => p.From).IsDescending();
            builder.HasOne<Record>().WithMany().HasForeignKey(p => p.RecordId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
