using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Editorial;

/// <summary>When somebody last looked at the desk's home: what changed since is shown to them.</summary>
public sealed class DeskLook
{
    /// <summary>Who.</summary>
    public Guid AccountId { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<DeskLook>
    {
        public void Configure(EntityTypeBuilder<DeskLook> builder)
        {
            builder.ToTable("desk_looks");
            builder.HasKey(l => l.AccountId);
            builder.Property(l => l.AccountId).ValueGeneratedNever();
        }
    }
}
