using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace NegotiationTracker.Data;

/// <summary>A table as COPY fills it: its command, and what writes an entity as a row. What the database computes or numbers itself is left to it.</summary>
internal sealed class BulkTable
{
    private readonly Action<CopyBuffer, object>[] _values;

    /// <param name="entity">The entity as a context maps it.</param>
    /// <param name="isFresh">Whether this transaction emptied the table: rows are written there frozen, so that nobody marks and vacuums them later.</param>
    /// <exception cref="NotSupportedException">A column has a type that <see cref="CopyBuffer"/> does not write.</exception>
    public BulkTable(IEntityType entity, bool isFresh)
    {
        var columns = entity.GetProperties().Where(p => p.GetComputedColumnSql() is null && !IsNumberedByDatabase(p)).ToList();
        Command = $"copy {entity.GetSchema()}.\"{entity.GetTableName()}\" ({string.Join(", ", columns.Select(p => $"\"{p.GetColumnName()}\""))}) from stdin (format binary{(isFresh ? ", freeze" : "")})";
        Depth = DepthOf(entity);
        _values = [.. columns.Select(Value)];
    }

    public string Command { get; }

    /// <summary>How many tables must be written before it.</summary>
    public int Depth { get; }

    public void Write(CopyBuffer buffer, object row)
    {
        buffer.StartRow(_values.Length);
        foreach (var value in _values) value(buffer, row);
    }

    private static bool IsNumberedByDatabase(IProperty property) => property.ValueGenerated == ValueGenerated.OnAdd && property.GetValueGenerationStrategy() is not NpgsqlValueGenerationStrategy.None;

    private static int DepthOf(IEntityType entity) =>
        entity.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != entity).Select(p => DepthOf(p) + 1).DefaultIfEmpty(0).Max();

    private static Action<CopyBuffer, object> Value(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum && property.GetTypeMapping().Converter is { } converter) return Choice(property, type, v => converter.ConvertToProvider(v));
        return property switch
        {
            _ when type == typeof(bool) => Typed<bool>(property, (b, v) => b.Write(v)),
            _ when type == typeof(short) => Typed<short>(property, (b, v) => b.Write(v)),
            _ when type == typeof(int) => Typed<int>(property, (b, v) => b.Write(v)),
            _ when type == typeof(long) => Typed<long>(property, (b, v) => b.Write(v)),
            _ when type == typeof(Guid) => Typed<Guid>(property, (b, v) => b.Write(v)),
            _ when type == typeof(DateOnly) => Typed<DateOnly>(property, (b, v) => b.Write(v)),
            _ when type == typeof(DateTimeOffset) => Typed<DateTimeOffset>(property, (b, v) => b.Write(v)),
            _ when type == typeof(string[]) => Referred<string[]>(property, (b, v) => b.Write(v)),
            _ when type == typeof(string) && property.GetColumnType() == "jsonb" => Referred<string>(property, (b, v) => b.WriteJsonb(v)),
            _ when type == typeof(string) => Referred<string>(property, (b, v) => b.Write(v)),
            _ => throw new NotSupportedException($"{property.DeclaringType.DisplayName()}.{property.Name}: nothing writes {type} into a column of {property.GetColumnType()}."),
        };
    }

    // Typed, so that the millions of numbers, days and ids that pass here are not boxed.
    private static Action<CopyBuffer, object> Typed<T>(IProperty property, Action<CopyBuffer, T> write) where T : struct
    {
        var (row, member) = Member(property);
        if (property.ClrType == typeof(T))
        {
            var get = Expression.Lambda<Func<object, T>>(member, row).Compile();
            return (buffer, entity) => write(buffer, get(entity));
        }
        var find = Expression.Lambda<Func<object, T?>>(member, row).Compile();
        return (buffer, entity) =>
        {
            if (find(entity) is { } value) write(buffer, value);
            else buffer.WriteNull();
        };
    }

    private static Action<CopyBuffer, object> Referred<T>(IProperty property, Action<CopyBuffer, T> write) where T : class
    {
        var (row, member) = Member(property);
        var find = Expression.Lambda<Func<object, T?>>(member, row).Compile();
        return (buffer, entity) =>
        {
            if (find(entity) is { } value) write(buffer, value);
            else buffer.WriteNull();
        };
    }

    // What an enum's value is in the database, as the model converts it: a word or a number.
    private static Action<CopyBuffer, object> Choice(IProperty property, Type type, Func<object, object?> convert)
    {
        var bytes = Enum.GetValues(type).Cast<object>().ToDictionary(Convert.ToInt64, v => convert(v) switch
        {
            string word => Encoding.UTF8.GetBytes(word),
            short number => [(byte)(number >> 8), (byte)number],
            var other => throw new NotSupportedException($"{property.DeclaringType.DisplayName()}.{property.Name}: nothing writes {other?.GetType()} for an enum."),
        });
        var (row, member) = Member(property);
        var find = Expression.Lambda<Func<object, long?>>(Expression.Convert(member, typeof(long?)), row).Compile();
        return (buffer, entity) =>
        {
            if (find(entity) is { } value) buffer.Write(bytes[value]);
            else buffer.WriteNull();
        };
    }

    private static (ParameterExpression Row, Expression Member) Member(IProperty property)
    {
        var row = Expression.Parameter(typeof(object));
        return (row, Expression.Property(Expression.Convert(row, property.DeclaringType.ClrType), property.PropertyInfo!));
    }
}
