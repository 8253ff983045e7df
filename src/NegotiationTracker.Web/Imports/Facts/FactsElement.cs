using System.Text.Json;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary>Looking things up in raw JSON: what is not there or is of another shape is nothing. Mapping reports it.</summary>
internal static class FactsElement
{
    public static string? TextOf(this JsonElement owner, string key) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static IEnumerable<JsonElement> ListOf(this JsonElement owner, string key) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    public static JsonElement ObjectOf(this JsonElement owner, string key) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;

    public static IEnumerable<string> TextsOf(this JsonElement owner, string key) => owner.ListOf(key).Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!);
}
