using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Editorial;

/// <summary>What a reviewer says of one field of a draft.</summary>
public sealed class ReviewComment
{
    /// <summary>The most characters of a comment.</summary>
    public const int MaxText = 4_000;

    /// <summary>Number of the row.</summary>
    public long Id { get; set; }

    /// <summary>The draft.</summary>
    public Guid DraftId { get; set; }

    /// <summary>Path in the document; empty for the whole.</summary>
    public required string Field { get; set; }

    /// <summary>The comment.</summary>
    public required string Text { get; set; }

    /// <summary>Who says it.</summary>
    public Guid Author { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ReviewComment>
    {
        public void Configure(EntityTypeBuilder<ReviewComment> builder)
        {
            builder.ToTable("review_comments");
            builder.Property(c => c.Id).UseIdentityAlwaysColumn();
            builder.Property(c => c.Field).HasMaxLength(400);
            builder.Property(c => c.Text).HasMaxLength(MaxText);
            builder.HasIndex(c => c.DraftId);
            builder.HasOne<Draft>().WithMany().HasForeignKey(c => c.DraftId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
