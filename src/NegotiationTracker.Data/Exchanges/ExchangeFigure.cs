using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Exchanges;

/// <summary>A row of a reported figure, for questions across exchanges.</summary>
public sealed class ExchangeFigure : IRecordRow
{
    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>Place among the record's figures, from 0.</summary>
    public int Position { get; set; }

    /// <summary>Path in the document (<c>agreed[0]</c>, <c>batches[1].figures[0]</c>, <c>totals[2]</c>).</summary>
    public required string Part { get; set; }

    /// <summary>Who or what is counted.</summary>
    public FigureCategory Category { get; set; }

    /// <summary>Slug of the party to which they went; empty for both.</summary>
    public string? ToParty { get; set; }

    /// <summary>What the number covers.</summary>
    public Counting Counting { get; set; }

    /// <summary>The least.</summary>
    public long? Low { get; set; }

    /// <summary>The best single value.</summary>
    public long? Best { get; set; }

    /// <summary>The most.</summary>
    public long? High { get; set; }

    /// <summary>How the number bounds the truth.</summary>
    public Bound Bound { get; set; }

    /// <summary>Whether it was withheld on purpose.</summary>
    public bool Withheld { get; set; }

    /// <summary>Who says so, in words.</summary>
    public string? Claimant { get; set; }

    /// <summary>How it ranks.</summary>
    public Rank Rank { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ExchangeFigure>
    {
        public void Configure(EntityTypeBuilder<ExchangeFigure> builder)
        {
            builder.HasKey(f => new { f.RecordId, f.Position });
            builder.HasOne<Record>().WithMany().HasForeignKey(f => f.RecordId).OnDelete(DeleteBehavior.Restrict);
            builder.Property(f => f.Category).HasConversion<string>();
            builder.Property(f => f.Counting).HasConversion<string>();
            builder.Property(f => f.Bound).HasConversion<string>();
            builder.Property(f => f.Rank).HasConversion<string>();
        }
    }
}
