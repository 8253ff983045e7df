using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Chronology;

/// <summary>What lasts: a ceasefire from its beginning to its end, a promise from when it was made to when it is due, kept or broken.</summary>
public sealed class TimelineSpan : IRecordRow
{
    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>What lasts.</summary>
    public SpanForm Form { get; set; }

    /// <summary>From when, UTC.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>When a promise is due, UTC.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>When it ended, was kept or was broken, UTC; empty while it lasts.</summary>
    public DateTimeOffset? Till { get; set; }

    /// <summary>Status of the ceasefire, or level of fulfilment.</summary>
    public required string Status { get; set; }

    /// <summary>The record's slug. It, the title and what follows stand here too, so that windows and filters look at nothing else.</summary>
    public string RecordSlug { get; set; } = "";

    /// <summary>The record's title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Slugs of the record's processes.</summary>
    public string[] Processes { get; set; } = [];

    /// <summary>Slugs of its parties.</summary>
    public string[] Parties { get; set; } = [];

    /// <summary>Slugs of its people.</summary>
    public string[] People { get; set; } = [];

    /// <summary>Keys of its topics.</summary>
    public string[] Topics { get; set; } = [];

    /// <summary>Takes over from its record what windows say and filters ask.</summary>
    internal TimelineSpan Of(Record record)
    {
        (RecordSlug, Title) = (record.Slug, record.Title);
        (Processes, Parties, People, Topics) = (record.Processes, record.Parties, record.People, record.Topics);
        return this;
    }

    internal sealed class Table : IEntityTypeConfiguration<TimelineSpan>
    {
        public void Configure(EntityTypeBuilder<TimelineSpan> builder)
        {
            builder.ToTable("timeline_spans");
            builder.HasKey(s => new { s.RecordId, s.From });
            builder.HasOne<Record>().WithMany().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.Restrict);
            builder.Property(s => s.Form).HasConversion<short>();
        }
    }
}

/// <summary>What lasts. The numbers are stored.</summary>
public enum SpanForm : short
{
    Ceasefire = 0,
    Promise = 1,
}
