using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;

namespace NegotiationTracker.Data;

/// <summary>The editors' desk (schema <c>desk</c>): revisions and audit. No reader's role may read it.</summary>
public sealed class DeskContext(DbContextOptions<DeskContext> options) : DbContext(options)
{
    /// <summary>Name of the schema.</summary>
    public const string Schema = "desk";

    /// <summary>Every saved state of every record.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>Who did what when.</summary>
    public DbSet<AuditLine> Audit => Set<AuditLine>();

    /// <summary>Working copies.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>States of drafts that were kept aside.</summary>
    public DbSet<DraftSave> DraftSaves => Set<DraftSave>();

    /// <summary>What reviewers said of fields.</summary>
    public DbSet<ReviewComment> ReviewComments => Set<ReviewComment>();

    /// <summary>Who has which draft open.</summary>
    public DbSet<Presence> Presences => Set<Presence>();

    /// <summary>What editors hold of publishers.</summary>
    public DbSet<SourcePublisher> SourcePublishers => Set<SourcePublisher>();

    /// <summary>Who looked at the desk when.</summary>
    public DbSet<DeskLook> Looks => Set<DeskLook>();

    /// <summary>Who may sign in.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Who is signed in where.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Selections of the timeline that people keep.</summary>
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <summary>Links that work once.</summary>
    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    /// <summary>Keys of Data Protection.</summary>
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Whether an entity is the desk's, which its folder says.</summary>
    internal static bool Keeps(Type? entity) => entity?.Namespace == typeof(Revision).Namespace || entity?.Namespace == typeof(Account).Namespace;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DeskContext).Assembly, type => Keeps(type.DeclaringType));
        modelBuilder.UseSnakeCase();
    }
}
