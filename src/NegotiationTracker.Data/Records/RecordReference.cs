using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Records;

/// <summary>That one record refers to another, and as what: every appearance of a person, all that rests on a source.</summary>
public sealed class RecordReference : IRecordRow
{
    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>Place among the record's references, from 0.</summary>
    public int Position { get; set; }

    /// <summary>The record referred to.</summary>
    public Guid ToId { get; set; }

    /// <summary>What it is there: <c>participant</c>, <c>head</c>, <c>source</c>, ...</summary>
    public required string Role { get; set; }

    /// <summary>Path in the document where it stands.</summary>
    public required string Field { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RecordReference>
    {
        public void Configure(EntityTypeBuilder<RecordReference> builder)
        {
            builder.ToTable("references");
            builder.HasKey(r => new { r.RecordId, r.Position });
            builder.HasIndex(r => new { r.ToId, r.Role });
            builder.HasOne<Record>().WithMany().HasForeignKey(r => r.RecordId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Record>().WithMany().HasForeignKey(r => r.ToId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
