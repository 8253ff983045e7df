using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Data.Delegations;

/// <summary>A row of who was on which delegation, for questions across delegations.</summary>
public sealed class DelegationMember : IRecordRow
{
    /// <inheritdoc/>
    public Guid RecordId { get; set; }

    /// <summary>Place in the document's list, from 0.</summary>
    public int Position { get; set; }

    /// <summary>Slug of the person.</summary>
    public required string Person { get; set; }

    /// <summary>Role on the delegation.</summary>
    public MemberRole Role { get; set; }

    /// <summary>Slug of the organization at the time.</summary>
    public string? Organization { get; set; }

    /// <summary>Title at the time.</summary>
    public string? Title { get; set; }

    /// <summary>How the person is known to have been on it.</summary>
    public Presence Presence { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<DelegationMember>
    {
        public void Configure(EntityTypeBuilder<DelegationMember> builder)
        {
            builder.HasKey(m => new { m.RecordId, m.Position });
            builder.HasOne<Record>().WithMany().HasForeignKey(m => m.RecordId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(m => m.Person);
            builder.Property(m => m.Role).HasConversion<string>();
            builder.Property(m => m.Presence).HasConversion<string>();
        }
    }
}
