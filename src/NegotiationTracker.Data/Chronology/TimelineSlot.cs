using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Chronology;

/// <summary>
/// What a facet has in one hour, day, month, …: how many entries, and the one that matters most. Kept by the publishing transaction for facets of
/// <see cref="TimelineFacet.CountedFrom"/> entries and more, so that a window costs the same however many entries lie in it.
/// </summary>
public sealed class TimelineSlot
{
    /// <summary>The facet.</summary>
    public int FacetId { get; set; }

    /// <summary>How long it is.</summary>
    public SlotUnit Unit { get; set; }

    /// <summary>Its first moment, UTC.</summary>
    public DateTimeOffset Start { get; set; }

    /// <summary>How many entries stand in it.</summary>
    public int Entries { get; set; }

    /// <summary>How many of them are disputed.</summary>
    public int Disputed { get; set; }

    /// <summary>The greatest <see cref="TimelineMark.Worth"/>: names the entry that is shown for all.</summary>
    public long Top { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<TimelineSlot>
    {
        public void Configure(EntityTypeBuilder<TimelineSlot> builder)
        {
            builder.ToTable("timeline_slots");
            builder.HasNoKey();
            builder.Property(s => s.Unit).HasConversion<short>();
            builder.HasIndex(s => new { s.FacetId, s.Unit, s.Start }).IsUnique().IncludeProperties(s => new { s.Entries, s.Disputed, s.Top });
        }
    }
}

/// <summary>How long a slot is. All begin in UTC; weeks on Mondays (ISO 8601). The numbers are stored.</summary>
public enum SlotUnit : short
{
    Hour = 0,
    SixHours = 1,
    Day = 2,
    Week = 3,
    Month = 4,
    Quarter = 5,
    Year = 6,
}
