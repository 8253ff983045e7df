using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NegotiationTracker.Data.Records;
using NpgsqlTypes;

namespace NegotiationTracker.Data.Chronology;

/// <summary>An entry of the chronology: computed from a published record, never typed.</summary>
public sealed class TimelineEntry : IRecordRow
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; set; }

    /// <summary>In the order of recording; short, for marks.</summary>
    public long Number { get; set; }

    /// <summary>Importance and number in one, computed by the database, see <see cref="EntryWorth"/>.</summary>
    public long Worth { get; set; }

    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>Key of the record's kind.</summary>
    public required string RecordKind { get; set; }

    /// <summary>Slug of the record when the entry was computed; a former one still leads there.</summary>
    public required string RecordSlug { get; set; }

    /// <summary>What happened.</summary>
    public EntryKind Kind { get; set; }

    /// <summary>Where it stands on the axis, UTC: the moment of a clock time; otherwise the beginning of its first day, which is nobody's midnight and is written as UTC's.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Where it ends on the axis, UTC; empty for an open end.</summary>
    public DateTimeOffset? Till { get; set; }

    /// <summary>The day under which it stands: the first day of its time as read there.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The last day of its time.</summary>
    public DateOnly LastDay { get; set; }

    /// <summary>Earliest instant, UTC; empty for an open start.</summary>
    public DateTimeOffset? Earliest { get; set; }

    /// <summary>Latest instant, UTC; empty for an open end.</summary>
    public DateTimeOffset? Latest { get; set; }

    /// <summary>The time as entered, EDTF.</summary>
    public required string Date { get; set; }

    /// <summary>IANA zone of a local time.</summary>
    public string? Zone { get; set; }

    /// <summary>How well the time is known, in words.</summary>
    public string? DateNote { get; set; }

    /// <summary>The entry in a line.</summary>
    public required string Title { get; set; }

    /// <summary>The entry in a sentence more.</summary>
    public string? Summary { get; set; }

    /// <summary>Where, in words.</summary>
    public string? Place { get; set; }

    /// <summary>Slugs of processes.</summary>
    public string[] Processes { get; set; } = [];

    /// <summary>Slugs of parties.</summary>
    public string[] Parties { get; set; } = [];

    /// <summary>Slugs of people.</summary>
    public string[] People { get; set; } = [];

    /// <summary>Keys of topics.</summary>
    public string[] Topics { get; set; } = [];

    /// <summary>1 (a detail) to 5 (a turning point).</summary>
    public short Importance { get; set; }

    /// <summary>Slugs of the record's sources.</summary>
    public string[] Sources { get; set; } = [];

    /// <summary>Whether sources contradict each other on the record.</summary>
    public bool Disputed { get; set; }

    /// <summary>Current from, UTC: when the revision that gave it was published.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>Current until, UTC; empty for a current entry.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Words of an entry that is no longer current, computed by the database. A current one is found by the words of its record, which hold its own.</summary>
    public NpgsqlTsVector? Words { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<TimelineEntry>
    {
        public void Configure(EntityTypeBuilder<TimelineEntry> builder)
        {
            builder.ToTable("timeline_entries");
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.Property(e => e.Kind).HasConversion<string>();
            builder.Property(e => e.Title).HasMaxLength(600);
            builder.HasOne<Record>().WithMany().HasForeignKey(e => e.RecordId).OnDelete(DeleteBehavior.Restrict);
            builder.Property(e => e.Number).UseIdentityByDefaultColumn();
            builder.HasIndex(e => e.Number).IsUnique();
            builder.Property(e => e.Worth).HasComputedColumnSql(EntryWorth.Sql, stored: true);
            builder.HasIndex(e => new { e.At, e.Worth }).IsDescending().HasFilter("until is null");
            // For the record as it was known on a past day, of which nothing is counted ahead.
            builder.HasIndex(e => e.From);
            builder.HasIndex(e => e.RecordId);
            foreach (var many in new[] { nameof(Processes), nameof(Parties), nameof(People), nameof(Topics) }) builder.HasIndex(many).HasMethod("gin").HasStorageParameter("fastupdate", false);
            builder.Property(e => e.Words).HasComputedColumnSql("case when until is not null then to_tsvector('english', title || ' ' || coalesce(summary, '') || ' ' || coalesce(place, '')) end", stored: true);
            builder.HasIndex(e => e.Words).HasMethod("gin").HasStorageParameter("fastupdate", false).HasFilter("until is not null");
        }
    }
}
