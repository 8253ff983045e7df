using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Chronology;

/// <summary>
/// A current timeline entry as a member of a facet: narrow, in the order of time, so that a window of any facet is one stretch of one index.
/// Read by SQL only (<see cref="TimelineCounting"/>, the timeline's window).
/// </summary>
public sealed class TimelineMark
{
    /// <summary>The facet.</summary>
    public int FacetId { get; set; }

    /// <summary>Where the entry stands on the axis, UTC: <see cref="TimelineEntry.At"/>.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Importance and number in one, see <see cref="EntryWorth"/>.</summary>
    public long Worth { get; set; }

    /// <summary>Whether sources contradict each other on the record.</summary>
    public bool Disputed { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<TimelineMark>
    {
        public void Configure(EntityTypeBuilder<TimelineMark> builder)
        {
            builder.ToTable("timeline_marks");
            builder.HasNoKey();
            builder.HasIndex(m => new { m.FacetId, m.At, m.Worth }).IsUnique().IncludeProperties(m => m.Disputed);
        }
    }
}
