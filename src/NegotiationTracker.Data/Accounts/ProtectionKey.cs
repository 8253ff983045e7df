using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Accounts;

/// <summary>A key of ASP.NET's Data Protection, kept in the database so that every node reads what another one protected.</summary>
public sealed class ProtectionKey
{
    /// <summary>Number of the row.</summary>
    public int Id { get; set; }

    /// <summary>Name that the framework gives it.</summary>
    public required string Name { get; set; }

    /// <summary>The key (XML).</summary>
    public required string Xml { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ProtectionKey>
    {
        public void Configure(EntityTypeBuilder<ProtectionKey> builder)
        {
            builder.ToTable("protection_keys");
            builder.Property(k => k.Id).UseIdentityAlwaysColumn();
            builder.HasIndex(k => k.Name).IsUnique();
        }
    }
}
