using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Records;

/// <summary>A slug that a record has or had. Once given it belongs to its record for ever.</summary>
public sealed class RecordSlug : IRecordRow
{
    /// <summary>Key of the kind.</summary>
    public required string Kind { get; set; }

    /// <summary>The slug.</summary>
    public required string Slug { get; set; }

    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RecordSlug>
    {
        public void Configure(EntityTypeBuilder<RecordSlug> builder)
        {
            builder.ToTable("slugs");
            builder.HasKey(s => new { s.Kind, s.Slug });
            builder.Property(s => s.Slug).HasMaxLength(RecordDocument.MaxSlug);
            builder.HasOne<Record>().WithMany().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
