using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Accounts;

/// <summary>Somebody being signed in, in one browser. The cookie holds a random key alone; everything else is here, so that ending it works at once.</summary>
public sealed class Session
{
    /// <summary>UUIDv7, by which people end it.</summary>
    public Guid Id { get; set; }

    /// <summary>SHA-256 of the key in the cookie, 64 hexadecimal digits.</summary>
    public required string KeyHash { get; set; }

    /// <summary>Who.</summary>
    public Guid AccountId { get; set; }

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last used, UTC, to the minute.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When it ends by itself, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Browser and system, as far as the browser says.</summary>
    public required string Agent { get; set; }

    /// <summary>When it was ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("sessions");
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.KeyHash).HasMaxLength(64).IsFixedLength();
            builder.Property(s => s.Agent).HasMaxLength(120);
            builder.HasIndex(s => s.KeyHash).IsUnique();
            builder.HasIndex(s => s.AccountId);
            builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
