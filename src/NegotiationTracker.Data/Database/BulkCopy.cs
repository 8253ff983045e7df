using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace NegotiationTracker.Data;

/// <summary>
/// Writes entities into their tables through PostgreSQL's binary COPY. Tables, columns and types are taken from the contexts' models, so an entity
/// that gains a column, or a new entity, needs nothing here.
/// </summary>
/// <param name="connection">Where to; with a transaction open.</param>
/// <param name="fresh">Tables (<c>schema.name</c>) that this transaction emptied.</param>
/// <param name="contexts">Whose entities.</param>
internal sealed class BulkCopy(NpgsqlConnection connection, IReadOnlySet<string> fresh, params DbContext[] contexts)
{
    // PostgreSQL documentation, COPY, "Binary Format": eleven bytes that say what it is, no flags, nothing more in the header; and what stands instead of another row.
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Trailer = [0xFF, 0xFF];

    private readonly FrozenDictionary<Type, Lazy<BulkTable>> _tables = contexts.SelectMany(c => c.Model.GetEntityTypes()).Where(e => !e.IsMappedToJson() && !e.IsOwned())
        .ToFrozenDictionary(e => e.ClrType, e => new Lazy<BulkTable>(() => new BulkTable(e, fresh.Contains($"{e.GetSchema()}.{e.GetTableName()}"))));

    /// <summary>Place for rows of all the tables.</summary>
    public BulkRows Rows() => new(_tables);

    /// <summary>Writes all rows, table after table, so that what others refer to comes first, and empties their place.</summary>
    public void Write(BulkRows rows)
    {
        foreach (var (table, buffer) in rows.Tables.OrderBy(t => t.Table.Depth))
        {
            using var copy = connection.BeginRawBinaryCopy(table.Command);
            copy.Write(Header);
            copy.Write(buffer.Written);
            copy.Write(Trailer);
        }
        rows.Clear();
    }
}

/// <summary>
/// Entities on their way into their tables. Each is made bytes at once: of a hundred thousand rows that wait nothing else is kept, and whoever adds them does that work,
/// beside the one who writes.
/// </summary>
internal sealed class BulkRows(FrozenDictionary<Type, Lazy<BulkTable>> tables)
{
    private readonly Dictionary<Type, (BulkTable Table, CopyBuffer Buffer)> _byType = [];

    /// <summary>The tables that have rows.</summary>
    public IEnumerable<(BulkTable Table, CopyBuffer Buffer)> Tables => _byType.Values.Where(t => t.Buffer.Rows > 0);

    /// <summary>How many rows of an entity there are.</summary>
    public int Count<T>() => _byType.TryGetValue(typeof(T), out var rows) ? rows.Buffer.Rows : 0;

    public void Add(object row)
    {
        var type = row.GetType();
        if (!_byType.TryGetValue(type, out var rows)) _byType[type] = rows = (tables[type].Value, new CopyBuffer());
        rows.Table.Write(rows.Buffer, row);
    }

    /// <summary>Forgets all rows; their memory is used for the next.</summary>
    public void Clear()
    {
        foreach (var (_, buffer) in _byType.Values) buffer.Clear();
    }
}
