using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace NegotiationTracker.Data;

/// <summary>
/// Writes entities into their tables through PostgreSQL's binary COPY. Tables, columns and types are taken from the contexts' models, so an entity
/// that gains a column, or a new entity, needs nothing here. What the database computes or numbers itself is left to it.
/// </summary>
internal sealed class BulkCopy
{
    private readonly NpgsqlConnection _connection;
    private readonly Dictionary<Type, Table> _tables;

    /// <param name="connection">Where to; with a transaction open.</param>
    /// <param name="fresh">Tables (<c>schema.name</c>) that this transaction emptied: rows are written there frozen, so that nobody marks and vacuums them later.</param>
    /// <param name="contexts">Whose entities.</param>
    public BulkCopy(NpgsqlConnection connection, IReadOnlySet<string> fresh, params DbContext[] contexts)
    {
        _connection = connection;
        _tables = contexts.SelectMany(c => c.Model.GetEntityTypes()).Where(e => !e.IsMappedToJson() && !e.IsOwned()).ToDictionary(e => e.ClrType, e => new Table(e, fresh.Contains($"{e.GetSchema()}.{e.GetTableName()}")));
    }

    /// <summary>Writes all rows, table after table, so that what others refer to comes first.</summary>
    public void Write(BulkRows rows)
    {
        foreach (var (type, list) in rows.ByType.OrderBy(t => _tables[t.Key].Depth))
        {
            var table = _tables[type];
            using var import = _connection.BeginBinaryImport(table.Command);
            foreach (var row in list)
            {
                import.StartRow();
                foreach (var write in table.Writers) write(import, row);
            }
            import.Complete();
        }
    }

    /// <summary>A table: its COPY command, and for each column what writes it.</summary>
    private sealed class Table
    {
        public Table(IEntityType entity, bool isFresh)
        {
            var columns = entity.GetProperties().Where(p => p.GetComputedColumnSql() is null && !IsNumberedByDatabase(p)).ToList();
            Command = $"copy {entity.GetSchema()}.\"{entity.GetTableName()}\" ({string.Join(", ", columns.Select(p => $"\"{p.GetColumnName()}\""))}) from stdin (format binary{(isFresh ? ", freeze" : "")})";
            Writers = [.. columns.Select(Writer)];
            Depth = DepthOf(entity);
        }

        public string Command { get; }

        public Action<NpgsqlBinaryImporter, object>[] Writers { get; }

        /// <summary>How many tables must be written before it.</summary>
        public int Depth { get; }
    }

    private static bool IsNumberedByDatabase(IProperty property) => property.ValueGenerated == ValueGenerated.OnAdd && property.GetValueGenerationStrategy() is not NpgsqlValueGenerationStrategy.None;

    private static int DepthOf(IEntityType entity) =>
        entity.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != entity).Select(p => DepthOf(p) + 1).DefaultIfEmpty(0).Max();

    private static Action<NpgsqlBinaryImporter, object> Writer(IProperty property)
    {
        // A length or precision stands in the column's type, but is no part of its name.
        var type = property.GetColumnType();
        var name = type.IndexOf('(') is > 0 and var at ? type[..at] : type;
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return (Action<NpgsqlBinaryImporter, object>)typeof(BulkCopy).GetMethod(nameof(TypedWriter), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(stored).Invoke(null, [property, name])!;
    }

    // Typed, so that the millions of numbers, days and ids that pass here are not boxed.
    private static Action<NpgsqlBinaryImporter, object> TypedWriter<T>(IProperty property, string typeName)
    {
        var row = Expression.Parameter(typeof(object));
        var member = Expression.Property(Expression.Convert(row, property.DeclaringType.ClrType), property.PropertyInfo!);
        if (property.GetTypeMapping().Converter is { } converter)
        {
            var known = new Dictionary<object, T>();
            var read = Expression.Lambda<Func<object, object?>>(Expression.Convert(member, typeof(object)), row).Compile();
            return (import, entity) =>
            {
                if (read(entity) is not { } value)
                {
                    import.WriteNull();
                    return;
                }
                // Enums are converted here, and have few words.
                if (!known.TryGetValue(value, out var converted)) known[value] = converted = (T)converter.ConvertToProvider(value)!;
                import.Write(converted, typeName);
            };
        }
        if (Nullable.GetUnderlyingType(property.ClrType) is not null)
        {
            var has = Expression.Lambda<Func<object, bool>>(Expression.Property(member, "HasValue"), row).Compile();
            var value = Expression.Lambda<Func<object, T>>(Expression.Call(member, "GetValueOrDefault", null), row).Compile();
            return (import, entity) =>
            {
                if (has(entity)) import.Write(value(entity), typeName);
                else import.WriteNull();
            };
        }
        var get = Expression.Lambda<Func<object, T>>(member, row).Compile();
        return (import, entity) =>
        {
            if (get(entity) is { } value) import.Write(value, typeName);
            else import.WriteNull();
        };
    }
}

/// <summary>Entities on their way into their tables.</summary>
internal sealed class BulkRows
{
    /// <summary>The rows by the type of their entity.</summary>
    public Dictionary<Type, List<object>> ByType { get; } = [];

    public void Add(object row)
    {
        if (!ByType.TryGetValue(row.GetType(), out var list)) ByType[row.GetType()] = list = [];
        list.Add(row);
    }
}
