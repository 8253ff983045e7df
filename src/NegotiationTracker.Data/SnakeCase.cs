using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace NegotiationTracker.Data;

/// <summary>PostgreSQL's own spelling for tables, columns, keys and indexes, so that SQL needs no quotation marks.</summary>
internal static class SnakeCase
{
    public static void UseSnakeCase(this ModelBuilder builder)
    {
        // What lies in a JSON column has no columns, keys or indexes of its own.
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()))
        {
            entity.SetTableName(Of(entity.GetTableName()!));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema()))!));
            foreach (var key in entity.GetKeys()) key.SetName(Of(key.GetName()!));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName(Of(key.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Of(index.GetDatabaseName()!));
        }
    }

    private static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
