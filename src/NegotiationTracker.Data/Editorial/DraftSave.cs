using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Editorial;

/// <summary>
/// A state of a draft that was kept aside: one that somebody else wrote over, one every few minutes, and every text that was refused because
/// another was saved first. So nothing that reached the server is lost.
/// </summary>
public sealed class DraftSave
{
    /// <summary>Number of the row.</summary>
    public long Id { get; set; }

    /// <summary>The draft.</summary>
    public Guid DraftId { get; set; }

    /// <summary>Version that this state was, or, when refused, that it started from.</summary>
    public int Version { get; set; }

    /// <summary>The document (jsonb).</summary>
    public required string Document { get; set; }

    /// <summary>Who wrote it.</summary>
    public Guid Author { get; set; }

    /// <summary>When it was saved or refused, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Whether it was refused as stale, and never stood in the draft.</summary>
    public bool Refused { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<DraftSave>
    {
        public void Configure(EntityTypeBuilder<DraftSave> builder)
        {
            builder.ToTable("draft_saves");
            builder.Property(s => s.Id).UseIdentityAlwaysColumn();
            builder.Property(s => s.Document).HasColumnType("jsonb");
            builder.HasIndex(s => new { s.DraftId, s.Id });
            builder.HasOne<Draft>().WithMany().HasForeignKey(s => s.DraftId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
