using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Records;

/// <summary>A citation as a row: what rests on a source, and what was said by whom.</summary>
public sealed class RecordCitation : IRecordRow
{
    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>Place among the record's citations, from 0.</summary>
    public int Position { get; set; }

    /// <summary>The source's record.</summary>
    public Guid SourceId { get; set; }

    /// <summary>Path in the document of what it supports.</summary>
    public required string Field { get; set; }

    /// <summary>Short quotation.</summary>
    public string? Quote { get; set; }

    /// <summary>Who said it.</summary>
    public string? Claimant { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RecordCitation>
    {
        public void Configure(EntityTypeBuilder<RecordCitation> builder)
        {
            builder.ToTable("citations");
            builder.HasKey(c => new { c.RecordId, c.Position });
            builder.HasIndex(c => c.SourceId);
            builder.HasOne<Record>().WithMany().HasForeignKey(c => c.RecordId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Record>().WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
