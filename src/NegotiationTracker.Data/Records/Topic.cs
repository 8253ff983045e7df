using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace NegotiationTracker.Data.Records;

/// <summary>
/// One taxonomy for agenda, provisions and statements. The codebook's topics are there from the beginning; admins add others, say them in other words
/// and retire them. None is ever deleted, because published records name them.
/// </summary>
/// <param name="Key">Word in addresses and documents; it never changes.</param>
/// <param name="Label">Words for people.</param>
/// <param name="PaxCategory">Category of the PA-X Peace Agreements Database, where one fits.</param>
/// <param name="Ordinal">Place in the order in which topics are listed.</param>
/// <param name="RetiredAt">Since when it is offered no more, UTC; records that have it keep it.</param>
public sealed record Topic(string Key, string Label, string? PaxCategory = null, int Ordinal = 0, DateTimeOffset? RetiredAt = null)
{
    /// <summary>The most characters of a label.</summary>
    public const int MaxLabel = 60;

    /// <summary>The topics of the codebook, in its order: with these a record begins.</summary>
    public static IReadOnlyList<Topic> Codebook { get; } =
    [
        new("ceasefire", "Ceasefire", "Ceasefire", 1),
        new("prisoners", "Prisoners", "Prisoner release", 2),
        new("bodies", "Bodies of the dead", "Humanitarian: missing and dead", 3),
        new("children", "Children", "Groups: children and youth", 4),
        new("leaders-meeting", "Meeting of leaders", null, 5),
        new("territory", "Territory", "State definition: territory", 6),
        new("neutrality", "Neutrality and alliances", "State definition: international relations", 7),
        new("armed-forces", "Armed forces", "Security sector: armed forces", 8),
        new("sanctions", "Sanctions", "Socio-economic: sanctions", 9),
        new("reparations", "Reparations and assets", "Transitional justice: reparations", 10),
        new("guarantees", "Security guarantees", "Implementation: security guarantees", 11),
        new("elections", "Elections", "Governance: elections", 12),
        new("language", "Language and culture", "Groups: language", 13),
        new("monitoring", "Monitoring", "Implementation: monitoring", 14),
        new("humanitarian", "Humanitarian matters", "Socio-economic: humanitarian assistance", 15),
        new("energy", "Energy", null, 16),
        new("black-sea", "Black Sea and shipping", null, 17),
        new("negotiation-format", "Format of the talks", "Process: negotiation format", 18),
        new("bilateral-relations", "Bilateral relations", null, 19),
        new("economy", "Economy and minerals", "Socio-economic: natural resources", 20),
    ];

    private static readonly Lock Gate = new();

    // Documents are checked and pages rendered in many places that can't ask a database; they look here. The listener for publications keeps it new.
    private static volatile Known _known = new(Codebook);

    /// <summary>All topics that this process knows of, retired ones too, in their order.</summary>
    public static IReadOnlyList<Topic> All => _known.InOrder;

    /// <summary>The topics that may be chosen.</summary>
    public static IEnumerable<Topic> Offered => All.Where(t => t.RetiredAt is null);

    /// <summary>The topic with that key, or null.</summary>
    public static Topic? Find(string key) => _known.ByKey.GetValueOrDefault(key);

    /// <summary>Asks a database which topics there are, by a connection that may read the record.</summary>
    /// <returns>Whether that was news.</returns>
    public static async Task<bool> RefreshAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var said = new List<Topic>();
        await using var command = new NpgsqlCommand($"select key, label, pax_category, ordinal, retired_at from {RecordContext.Schema}.topics", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            said.Add(new Topic(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetInt32(3), reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4)));
        lock (Gate)
        {
            if (said.TrueForAll(t => t.Equals(Find(t.Key)))) return false;
            // What is known is only ever added to: no topic is deleted, and a process may work with two databases.
            _known = new Known([.. said.UnionBy(All, t => t.Key)]);
            return true;
        }
    }

    private sealed class Known(IReadOnlyList<Topic> topics)
    {
        public IReadOnlyList<Topic> InOrder { get; } = [.. topics.OrderBy(t => t.Ordinal).ThenBy(t => t.Key, StringComparer.Ordinal)];

        public Dictionary<string, Topic> ByKey { get; } = topics.ToDictionary(t => t.Key, StringComparer.Ordinal);
    }

    internal sealed class Table : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> builder)
        {
            builder.ToTable("topics");
            builder.HasKey(t => t.Key);
            builder.Property(t => t.Key).HasMaxLength(RecordDocument.MaxSlug);
            builder.Property(t => t.Label).HasMaxLength(MaxLabel);
            builder.HasIndex(t => t.Label).IsUnique();
            builder.HasData(Codebook);
        }
    }
}
