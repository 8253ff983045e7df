using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Editorial;

/// <summary>That somebody has a draft open in an editor, on whichever node: renewed by a heartbeat, stale without one.</summary>
public sealed class Presence
{
    /// <summary>The open editor.</summary>
    public Guid Id { get; set; }

    /// <summary>The draft.</summary>
    public Guid DraftId { get; set; }

    /// <summary>Who.</summary>
    public Guid AccountId { get; set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>Last heartbeat, UTC.</summary>
    public DateTimeOffset SeenAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Presence>
    {
        public void Configure(EntityTypeBuilder<Presence> builder)
        {
            builder.ToTable("presences");
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.HasIndex(p => p.DraftId);
        }
    }
}
