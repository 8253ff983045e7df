using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Accounts;

/// <summary>The tables of ASP.NET Core Identity beside the account itself: authenticator keys, recovery codes and passkeys.</summary>
internal static class IdentityTables
{
    internal sealed class Claims : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
        {
            builder.ToTable("account_claims");
            builder.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }

    internal sealed class Logins : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
        {
            builder.ToTable("account_logins");
            builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            builder.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }

    internal sealed class Tokens : IEntityTypeConfiguration<IdentityUserToken<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
        {
            builder.ToTable("account_tokens");
            builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            builder.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }

    internal sealed class Passkeys : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
        {
            builder.ToTable("account_passkeys");
            builder.HasKey(p => p.CredentialId);
            builder.Property(p => p.CredentialId).HasMaxLength(1024);
            builder.OwnsOne(p => p.Data).ToJson("data");
            builder.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
