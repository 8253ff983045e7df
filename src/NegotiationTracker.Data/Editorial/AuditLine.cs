using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Editorial;

/// <summary>Who did what when: written in the transaction of the deed itself. Append-only.</summary>
public sealed class AuditLine
{
    /// <summary>Number of the line.</summary>
    public long Id { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who: an account or a command.</summary>
    public required string Actor { get; set; }

    /// <summary>What was done.</summary>
    public AuditAction Action { get; set; }

    /// <summary>The record, as <c>kind/slug</c>, or the account.</summary>
    public required string Subject { get; set; }

    /// <summary>The record's id; empty for a deed that concerns an account.</summary>
    public Guid? RecordId { get; set; }

    /// <summary>Number of the revision, where there is one.</summary>
    public int? Revision { get; set; }

    /// <summary>More, in words.</summary>
    public string? Detail { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<AuditLine>
    {
        public void Configure(EntityTypeBuilder<AuditLine> builder)
        {
            builder.ToTable("audit");
            builder.Property(a => a.Id).UseIdentityAlwaysColumn();
            builder.Property(a => a.Action).HasConversion<string>();
            builder.HasIndex(a => a.RecordId);
        }
    }
}

/// <summary>Deeds that leave an audit line.</summary>
public enum AuditAction
{
    Published, Amended, Retracted, Submitted, Withdrawn, Returned, Approved, Discarded, Redacted, PublisherRated,
    TopicAdded, TopicRenamed, TopicRetired, TopicOffered,
    AccountMade, Invited, RoleChanged, Disabled, Enabled, PasswordReset, PasswordChanged, SecondFactorSet, SecondFactorTaken, PasskeyAdded, PasskeyTaken, SessionsEnded, RecoveryCodesMade, RecoveryCodeUsed, InvitationTakenBack,
}
