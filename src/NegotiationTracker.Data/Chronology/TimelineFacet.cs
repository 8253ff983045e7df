using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NegotiationTracker.Data.Chronology;

/// <summary>
/// A set of timeline entries that readers narrow to: everything, or all of one process, party, person or topic, and of those the entries of one
/// kind of record, or of all kinds together. An entry stands in several. All kinds together have no marks of their own: their parts have them.
/// </summary>
public sealed class TimelineFacet
{
    /// <summary>From how many entries on they are also kept counted by hour to year. Below it, counting marks is as fast.</summary>
    public const int CountedFrom = 1_000;

    /// <summary>A number that marks refer to.</summary>
    public int Id { get; set; }

    /// <summary>By what the entries are gathered.</summary>
    public FacetKind Dimension { get; set; }

    /// <summary>Slug or topic; empty for everything.</summary>
    public required string Key { get; set; }

    /// <summary>Key of the kind of record; empty for all kinds together.</summary>
    public required string RecordKind { get; set; }

    /// <summary>How many current entries it has.</summary>
    public int Entries { get; set; }

    /// <summary>Whether it has <see cref="TimelineSlot"/>s. Once it has, it keeps them.</summary>
    public bool IsCounted { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<TimelineFacet>
    {
        public void Configure(EntityTypeBuilder<TimelineFacet> builder)
        {
            builder.ToTable("timeline_facets");
            builder.Property(f => f.Dimension).HasConversion<short>();
            builder.HasIndex(f => new { f.Dimension, f.Key, f.RecordKind }).IsUnique();
            builder.HasIndex(f => new { f.Dimension, f.Entries }).IsDescending(false, true);
        }
    }
}

/// <summary>By what timeline entries are gathered. The numbers are stored.</summary>
public enum FacetKind : short
{
    /// <summary>All entries.</summary>
    Everything = 0,

    /// <summary>Those of a negotiation process.</summary>
    Process = 1,

    /// <summary>Those that a party is in.</summary>
    Party = 2,

    /// <summary>Those that a person is in.</summary>
    Person = 3,

    /// <summary>Those of a topic.</summary>
    Topic = 4,
}
