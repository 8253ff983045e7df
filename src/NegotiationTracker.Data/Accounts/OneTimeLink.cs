using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Accounts;

/// <summary>A link that works once and for a time: it makes the first admin, makes an account for somebody invited, or sets a new password.</summary>
public sealed class OneTimeLink
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; set; }

    /// <summary>What it is for.</summary>
    public LinkPurpose Purpose { get; set; }

    /// <summary>SHA-256 of the token in the link, 64 hexadecimal digits; the token itself is kept nowhere.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Role of the account that it makes.</summary>
    public Role Role { get; set; }

    /// <summary>E-mail address of the account that it makes, when it is given already.</summary>
    public string? Email { get; set; }

    /// <summary>Account whose password it sets.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Who made it; empty for a command or the program.</summary>
    public Guid? CreatedBy { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Until when it works, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was used or taken back, UTC.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<OneTimeLink>
    {
        public void Configure(EntityTypeBuilder<OneTimeLink> builder)
        {
            builder.ToTable("one_time_links");
            builder.Property(l => l.Id).ValueGeneratedNever();
            builder.Property(l => l.Purpose).HasConversion<string>().HasMaxLength(20);
            builder.Property(l => l.Role).HasConversion<string>().HasMaxLength(20);
            builder.Property(l => l.TokenHash).HasMaxLength(64).IsFixedLength();
            builder.Property(l => l.Email).HasMaxLength(256);
            builder.HasIndex(l => l.TokenHash).IsUnique();
        }
    }
}

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose { FirstAdmin, Invitation, Reset }
