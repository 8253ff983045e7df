using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Data.Exchanges;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Search;

namespace NegotiationTracker.Data;

/// <summary>The published record (schema <c>record</c>): all that a reader may ever see. Pages read it with a role that may only SELECT here.</summary>
public sealed class RecordContext(DbContextOptions<RecordContext> options) : DbContext(options)
{
    /// <summary>Name of the schema.</summary>
    public const string Schema = "record";

    /// <summary>Published records and tombstones.</summary>
    public DbSet<Record> Records => Set<Record>();

    /// <summary>Slugs, present and former.</summary>
    public DbSet<RecordSlug> Slugs => Set<RecordSlug>();

    /// <summary>Revisions that were public.</summary>
    public DbSet<Publication> Publications => Set<Publication>();

    /// <summary>The same, each with its document wherever that stands; not tracked.</summary>
    public IQueryable<Publication> Texts =>
        from publication in Publications
        join record in Records on publication.RecordId equals record.Id
        select new Publication
        {
            RecordId = publication.RecordId, Revision = publication.Revision, From = publication.From, Until = publication.Until, Comment = publication.Comment, Hash = publication.Hash, RedactedAt = publication.RedactedAt,
            Document = publication.Until == null ? record.Document : publication.Document,
        };

    /// <summary>Who refers to whom.</summary>
    public DbSet<RecordReference> References => Set<RecordReference>();

    /// <summary>Citations.</summary>
    public DbSet<RecordCitation> Citations => Set<RecordCitation>();

    /// <summary>Reported values.</summary>
    public DbSet<RecordClaim> Claims => Set<RecordClaim>();

    /// <summary>The chronology.</summary>
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    /// <summary>What readers narrow the chronology to.</summary>
    public DbSet<TimelineFacet> Facets => Set<TimelineFacet>();

    /// <summary>Entries of the chronology by facet.</summary>
    public DbSet<TimelineMark> Marks => Set<TimelineMark>();

    /// <summary>Entries of the chronology counted by facet and time.</summary>
    public DbSet<TimelineSlot> Slots => Set<TimelineSlot>();

    /// <summary>What lasts: ceasefires and promises.</summary>
    public DbSet<TimelineSpan> Spans => Set<TimelineSpan>();

    /// <summary>What records are found by.</summary>
    public DbSet<SearchEntry> Search => Set<SearchEntry>();

    /// <summary>Words of titles and names, for "did you mean".</summary>
    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    /// <summary>Members of delegations.</summary>
    public DbSet<DelegationMember> DelegationMembers => Set<DelegationMember>();

    /// <summary>Figures of exchanges.</summary>
    public DbSet<ExchangeFigure> ExchangeFigures => Set<ExchangeFigure>();

    /// <summary>What records can be about.</summary>
    public DbSet<Topic> Topics => Set<Topic>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RecordContext).Assembly, type => !DeskContext.Keeps(type.DeclaringType));
        modelBuilder.UseSnakeCase();
    }
}
