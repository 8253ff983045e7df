using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Accounts;

/// <summary>Somebody who may sign in. There is no open registration: an account comes from an invitation or a command.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The most characters a name may have.</summary>
    public const int MaxName = 100;

    /// <summary>Name shown to colleagues; never to readers.</summary>
    public required string Name { get; set; }

    /// <summary>What the account may do.</summary>
    public Role Role { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was disabled, UTC; empty while it may sign in.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Time step of the last one-time code that was accepted: none is accepted twice.</summary>
    public long LastCodeStep { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("accounts");
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.Property(a => a.Name).HasMaxLength(MaxName);
            builder.Property(a => a.Role).HasConversion<string>().HasMaxLength(20);
            builder.Property(a => a.Email).HasMaxLength(256);
            builder.Property(a => a.NormalizedEmail).HasMaxLength(256);
            builder.Property(a => a.UserName).HasMaxLength(256);
            builder.Property(a => a.NormalizedUserName).HasMaxLength(256);
            builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            // Written by statements of their own alone: Identity writes a whole account back as it once read it, and would undo what an admin did meanwhile.
            foreach (var own in new[] { nameof(Role), nameof(DisabledAt), nameof(LastCodeStep), nameof(AccessFailedCount), nameof(LockoutEnd) })
                builder.Metadata.FindProperty(own)!.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
            builder.HasIndex(a => a.NormalizedEmail).IsUnique();
            builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        }
    }
}
