using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Records;

/// <summary>A published record: its document as published, and the facts that lists, filters and addresses ask for.</summary>
public sealed class Record
{
    /// <summary>UUIDv7, for ever.</summary>
    public Guid Id { get; set; }

    /// <summary>Key of its kind.</summary>
    public required string Kind { get; set; }

    /// <summary>Its slug now.</summary>
    public required string Slug { get; set; }

    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>A shorter title for tables and marks, where there is one.</summary>
    public string? ShortTitle { get; set; }

    /// <summary>Capitals that tell a party apart.</summary>
    public string? Mark { get; set; }

    /// <summary>One or two sentences.</summary>
    public string? Summary { get; set; }

    /// <summary>The kind's own sort.</summary>
    public string? Form { get; set; }

    /// <summary>Its status.</summary>
    public string? Status { get; set; }

    /// <summary>The time by which it is sorted, EDTF.</summary>
    public string? Date { get; set; }

    /// <summary>IANA zone of that time.</summary>
    public string? Zone { get; set; }

    /// <summary>First day of that time, for sorting and periods.</summary>
    public DateOnly? FirstDay { get; set; }

    /// <summary>The same, with what has no time before all that has; computed by the database.</summary>
    public DateOnly SortDay { get; set; }

    /// <summary>Last day of that time.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Where, in words.</summary>
    public string? Place { get; set; }

    /// <summary>Slugs of the processes that it belongs to.</summary>
    public string[] Processes { get; set; } = [];

    /// <summary>Slugs of the parties in it.</summary>
    public string[] Parties { get; set; } = [];

    /// <summary>Slugs of the people in it.</summary>
    public string[] People { get; set; } = [];

    /// <summary>Keys of its topics.</summary>
    public string[] Topics { get; set; } = [];

    /// <summary>Number of different sources that it rests on.</summary>
    public int SourceCount { get; set; }

    /// <summary>Whether sources contradict each other on it.</summary>
    public bool Disputed { get; set; }

    /// <summary>Number of the published revision.</summary>
    public int Revision { get; set; }

    /// <summary>When it was first published, UTC.</summary>
    public DateTimeOffset PublishedAt { get; set; }

    /// <summary>When the present revision was published, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When it was retracted, UTC; a retracted record is a tombstone without a document.</summary>
    public DateTimeOffset? RetractedAt { get; set; }

    /// <summary>Why it was retracted.</summary>
    public string? RetractionReason { get; set; }

    /// <summary>SHA-256 of the document's canonical form.</summary>
    public required string ContentHash { get; set; }

    /// <summary>The document as published (jsonb); empty for a retracted record.</summary>
    public string? Document { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Record>
    {
        public void Configure(EntityTypeBuilder<Record> builder)
        {
            builder.ToTable("records");
            builder.Property(r => r.Id).ValueGeneratedNever();
            builder.Property(r => r.Slug).HasMaxLength(RecordDocument.MaxSlug);
            builder.Property(r => r.Title).HasMaxLength(RecordDocument.MaxTitle);
            builder.Property(r => r.ContentHash).HasMaxLength(64).IsFixedLength();
            builder.Property(r => r.Document).HasColumnType("jsonb");
            builder.HasIndex(r => new { r.Kind, r.Slug }).IsUnique();
            builder.Property(r => r.SortDay).HasComputedColumnSql("coalesce(first_day, '-infinity'::date)", stored: true);
            builder.HasIndex(r => new { r.Kind, r.FirstDay, r.Id }).IsDescending(false, true, true);
            // Forms and statuses are in it so that a list counts them without reading rows, which are wide.
            builder.HasIndex(r => new { r.Kind, r.SortDay, r.Id }).IsDescending(false, true, true).HasFilter("document is not null").IncludeProperties(r => new { r.Form, r.Status });
            builder.HasIndex(r => r.ChangedAt).IsDescending();
            foreach (var many in new[] { nameof(Processes), nameof(Parties), nameof(People), nameof(Topics) }) builder.HasIndex(many).HasMethod("gin").HasStorageParameter("fastupdate", false);
        }
    }
}

/// <summary>A row of a kind's own table: it goes and comes with its record.</summary>
public interface IRecordRow
{
    /// <summary>The record that it belongs to.</summary>
    Guid RecordId { get; }
}
