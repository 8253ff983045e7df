using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Editorial;

/// <summary>
/// The working copy of a record, new or to be amended: its document as typed so far, which need not be valid. At most one is open per record, and
/// everybody who writes on it writes on the same one, each from the version that they saw.
/// </summary>
public sealed class Draft
{
    /// <summary>The most bytes (UTF-8) that a document may have while it is typed.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; set; }

    /// <summary>The record that it becomes or amends.</summary>
    public Guid RecordId { get; set; }

    /// <summary>Key of the kind.</summary>
    public required string Kind { get; set; }

    /// <summary>Its title so far, for lists.</summary>
    public required string Title { get; set; }

    /// <summary>Its slug so far.</summary>
    public string? Slug { get; set; }

    /// <summary>Where it stands on its way.</summary>
    public DraftState State { get; set; }

    /// <summary>Counts the saves, from 1: a save names the one that it started from.</summary>
    public int Version { get; set; }

    /// <summary>The document as typed (jsonb).</summary>
    public required string Document { get; set; }

    /// <summary>Number of the published revision that it began from; empty for a new record.</summary>
    public int? BaseRevision { get; set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Who saved it last.</summary>
    public Guid SavedBy { get; set; }

    /// <summary>When it was saved last, UTC.</summary>
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>When an earlier state was last kept aside, UTC.</summary>
    public DateTimeOffset KeptAt { get; set; }

    /// <summary>Everybody who wrote on it: none of them may approve it.</summary>
    public Guid[] Authors { get; set; } = [];

    /// <summary>Who submitted it for review.</summary>
    public Guid? SubmittedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>The author's comment, which becomes that of the published revision.</summary>
    public string? Comment { get; set; }

    /// <summary>Who returned or approved it.</summary>
    public Guid? ReviewedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>What the reviewer said of it as a whole.</summary>
    public string? ReviewComment { get; set; }

    /// <summary>When it is to be published, UTC.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>Says which text and which comment somebody looked at: another after every save and every submission.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"{Version}.{SubmittedAt?.UtcTicks ?? 0}");

    internal sealed class Table : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> builder)
        {
            builder.ToTable("drafts");
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.Ignore(d => d.Stamp);
            builder.Property(d => d.Title).HasMaxLength(RecordDocument.MaxTitle);
            builder.Property(d => d.Slug).HasMaxLength(RecordDocument.MaxSlug);
            builder.Property(d => d.State).HasConversion<string>();
            builder.Property(d => d.Document).HasColumnType("jsonb");
            // The database is the last referee: two editors opening one record at once get the same draft.
            builder.HasIndex(d => d.RecordId).IsUnique().HasFilter("state in ('Open', 'Returned', 'InReview', 'Scheduled')").HasDatabaseName("ix_drafts_one_open");
            builder.HasIndex(d => new { d.State, d.SavedAt });
            builder.HasOne<Account>().WithMany().HasForeignKey(d => d.SavedBy).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A draft as somebody saw it who decides on it.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Stamp">Its <see cref="Draft.Stamp"/> then.</param>
public sealed record SeenDraft(Guid Id, string Stamp);

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>Being written.</summary>
    Open,

    /// <summary>Returned by a reviewer, being written again.</summary>
    Returned,

    /// <summary>Waiting for a reviewer.</summary>
    InReview,

    /// <summary>Approved, to be published at a time.</summary>
    Scheduled,

    /// <summary>Published: the record has a revision of it.</summary>
    Published,

    /// <summary>Given up by its author; its text is kept.</summary>
    Discarded,
}
