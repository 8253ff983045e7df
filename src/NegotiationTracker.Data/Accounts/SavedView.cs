using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Accounts;

/// <summary>A selection of the timeline that somebody keeps under a name.</summary>
public sealed class SavedView
{
    /// <summary>The most that an account keeps.</summary>
    public const int Most = 200;

    /// <summary>The most characters of a name.</summary>
    public const int MaxName = 120;

    /// <summary>The most characters of an address.</summary>
    public const int MaxAddress = 2_000;

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose it is: nobody else sees it.</summary>
    public Guid AccountId { get; set; }

    /// <summary>What its keeper calls it.</summary>
    public required string Name { get; set; }

    /// <summary>Path and query within this site.</summary>
    public required string Address { get; set; }

    /// <summary>When it was kept, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Whether a text is an address that can be kept: the timeline of this site, and nothing that leads elsewhere.</summary>
    public static bool IsAddress(string? text) =>
        text is { Length: <= MaxAddress } && (text == "/timeline" || text.StartsWith("/timeline?", StringComparison.Ordinal) || text.StartsWith("/timeline/charts", StringComparison.Ordinal)) && !text.Any(char.IsControl);

    internal sealed class Table : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> builder)
        {
            builder.ToTable("saved_views");
            builder.Property(v => v.Id).ValueGeneratedNever();
            builder.Property(v => v.Name).HasMaxLength(MaxName);
            builder.Property(v => v.Address).HasMaxLength(MaxAddress);
            builder.HasIndex(v => new { v.AccountId, v.Name }).IsUnique();
            builder.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
