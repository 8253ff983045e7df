using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Editorial;

/// <summary>What editors hold of somebody who prints sources: for editors only, never public.</summary>
public sealed class SourcePublisher
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxName = 200;

    /// <summary>The most characters of a note.</summary>
    public const int MaxNote = 2_000;

    /// <summary>Name as it stands in sources.</summary>
    public required string Name { get; set; }

    /// <summary>Reliability, A (completely) to F (can't be judged), after the Admiralty code.</summary>
    public char? Reliability { get; set; }

    /// <summary>Why.</summary>
    public string? Note { get; set; }

    /// <summary>Who said so last.</summary>
    public Guid ChangedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<SourcePublisher>
    {
        public void Configure(EntityTypeBuilder<SourcePublisher> builder)
        {
            builder.ToTable("source_publishers");
            builder.HasKey(p => p.Name);
            builder.Property(p => p.Name).HasMaxLength(MaxName);
            builder.Property(p => p.Note).HasMaxLength(MaxNote);
        }
    }
}
