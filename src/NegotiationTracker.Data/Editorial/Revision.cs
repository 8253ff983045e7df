using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Editorial;

/// <summary>A saved state of a record: the whole document, who saved it and when, chained to its parent by hash. Append-only.</summary>
public sealed class Revision
{
    /// <summary>The record.</summary>
    public Guid RecordId { get; set; }

    /// <summary>Number within the record, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Number of the revision that it started from; empty for the first.</summary>
    public int? Parent { get; set; }

    /// <summary>Key of the kind.</summary>
    public required string Kind { get; set; }

    /// <summary>What the revision does.</summary>
    public RevisionAction Action { get; set; }

    /// <summary>The document (jsonb); empty for a retraction.</summary>
    public string? Document { get; set; }

    /// <summary>Who saved it.</summary>
    public required string Author { get; set; }

    /// <summary>When it was saved, UTC.</summary>
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Why.</summary>
    public string? Comment { get; set; }

    /// <summary>Hash of the parent; 64 zeros for the first.</summary>
    public required string ParentHash { get; set; }

    /// <summary>Hash over the parent's hash and everything above; of a redacted revision, what it was before.</summary>
    public required string Hash { get; set; }

    /// <summary>When its content was redacted, UTC: the row then is a tombstone in the chain.</summary>
    public DateTimeOffset? RedactedAt { get; set; }

    /// <summary>Why.</summary>
    public string? RedactionReason { get; set; }

    /// <summary>The parent's hash of a first revision.</summary>
    public static string NoParent { get; } = new('0', 64);

    /// <summary>Computes what <see cref="Hash"/> must be: SHA-256 over the parent's hash, the facts of the revision and the canonical document.</summary>
    public string ComputeHash() => ComputeHash(Document is null ? [] : CanonicalJson.Bytes(Document));

    /// <summary>The same, for who has the canonical document at hand.</summary>
    internal string ComputeHash(byte[] canonical)
    {
        var head = string.Join('\n', ParentHash, RecordId, Number.ToString(CultureInfo.InvariantCulture), Parent?.ToString(CultureInfo.InvariantCulture), Kind, Action, Author, SavedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), Comment, "");
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(head), .. canonical]));
    }

    internal sealed class Table : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> builder)
        {
            builder.ToTable("revisions");
            builder.HasKey(r => new { r.RecordId, r.Number });
            builder.Property(r => r.Action).HasConversion<string>();
            builder.Property(r => r.Document).HasColumnType("jsonb");
            builder.Property(r => r.Hash).HasMaxLength(64).IsFixedLength();
            builder.Property(r => r.ParentHash).HasMaxLength(64).IsFixedLength();
        }
    }
}

/// <summary>What a revision does.</summary>
public enum RevisionAction
{
    /// <summary>Is published.</summary>
    Save,

    /// <summary>Takes the record back.</summary>
    Retract,

    /// <summary>Is handed to review.</summary>
    Submit,
}
