using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Records;

/// <summary>A reported value as a row, for questions across records: what is disputed, and how.</summary>
public sealed class RecordClaim : IRecordRow
{
    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>Place among the record's claims, from 0.</summary>
    public int Position { get; set; }

    /// <summary>The field.</summary>
    public required string Field { get; set; }

    /// <summary>The value.</summary>
    public required string Value { get; set; }

    /// <summary>How it ranks.</summary>
    public Rank Rank { get; set; }

    /// <summary>Editors' state of it.</summary>
    public ClaimStatus Status { get; set; }

    /// <summary>How the claims on the field differ, where they do.</summary>
    public DifferenceKind? Difference { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<RecordClaim>
    {
        public void Configure(EntityTypeBuilder<RecordClaim> builder)
        {
            builder.ToTable("claims");
            builder.HasKey(c => new { c.RecordId, c.Position });
            builder.Property(c => c.Rank).HasConversion<string>();
            builder.Property(c => c.Status).HasConversion<string>();
            builder.Property(c => c.Difference).HasConversion<string>();
            builder.HasOne<Record>().WithMany().HasForeignKey(c => c.RecordId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
