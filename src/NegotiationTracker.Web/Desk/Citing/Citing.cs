using System.Text.Json.Nodes;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Desk.Editing;

namespace NegotiationTracker.Web.Desk.Citing;

/// <summary>Where a citation of a field goes: into the innermost part that has citations of its own, otherwise into the record's with the field named.</summary>
internal static class Citing
{
    /// <summary>What a citation asked for at a path supports: in a citation, the part that it stands in; in a time's date, zone or note, the time.</summary>
    public static string Part(EditSession session, string path)
    {
        var inside = path.IndexOf("citations[", StringComparison.Ordinal);
        if (inside >= 0) return path[..inside].TrimEnd('.');
        var last = path.LastIndexOf('.');
        return last > 0 && TypedValue.TypeAt(session.Kind, path[..last]) == typeof(When) ? path[..last] : path;
    }

    /// <summary>List and field of a citation that supports a path.</summary>
    public static (string List, string Field) PlaceOf(EditSession session, string path)
    {
        path = Part(session, path);
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            var part = path[..end];
            if (TypedValue.TypeAt(session.Kind, DocumentPath.Member(part, "citations")) is not null && session.Get(part) is JsonObject) return (DocumentPath.Member(part, "citations"), path.Length == part.Length ? "" : path[(part.Length + 1)..]);
        }
        return ("citations", path);
    }

    /// <summary>Citations that support a path.</summary>
    public static IEnumerable<JsonObject> Of(EditSession session, string path)
    {
        var (list, field) = PlaceOf(session, path);
        return (session.Get(list) as JsonArray)?.OfType<JsonObject>().Where(c => (c["field"]?.ToString() ?? "") == field) ?? [];
    }

    /// <summary>Path of the quotation of the last citation that supports a path, by the source at hand where it does; null where none does.</summary>
    public static string? QuotationOf(EditSession session, string path)
    {
        var (list, field) = PlaceOf(session, path);
        var cited = (session.Get(list) as JsonArray ?? []).Select((c, i) => (Citation: c as JsonObject, At: i)).Where(c => (c.Citation?["field"]?.ToString() ?? "") == field).ToList();
        if (cited.Count == 0) return null;
        var own = cited.FindLastIndex(c => c.Citation?["source"]?.ToString() == session.Source?.Slug);
        return $"{DocumentPath.Item(list, cited[own < 0 ? ^1 : own].At)}.quote";
    }

    /// <summary>What a citation supports, from a path within it: the way back to the field that it was attached to. Null outside of citations.</summary>
    public static string? SupportedFrom(EditSession session, string path)
    {
        var inside = path.IndexOf("citations[", StringComparison.Ordinal);
        var end = inside < 0 ? -1 : path.IndexOf(']', inside);
        if (end < 0) return null;
        var whole = DocumentPath.Member(path[..inside].TrimEnd('.'), session.Text($"{path[..(end + 1)]}.field"));
        return whole.TrimEnd('.') is { Length: > 0 } field ? field : null;
    }

    /// <summary>Cites the source at hand for a field; a source that is cited for it already is not cited twice.</summary>
    /// <returns>Whether a citation was added.</returns>
    public static bool Attach(EditSession session, string path)
    {
        if (session.Source is not { } source || Of(session, path).Any(c => c["source"]?.ToString() == source.Slug)) return false;
        var (list, field) = PlaceOf(session, path);
        var citation = new JsonObject { ["source"] = source.Slug };
        if (field.Length > 0) citation["field"] = field;
        session.Insert(list, citation);
        return true;
    }

    /// <summary>Makes room for a second value of a field: the first becomes a reported value with its citations, and both need an explanation.</summary>
    /// <returns>Path at which the second value is written.</returns>
    public static string Dispute(EditSession session, string path, string value)
    {
        var claims = (session.Get("claims") as JsonArray)?.OfType<JsonObject>() ?? [];
        if (value.Length > 0 && claims.All(c => c["field"]?.ToString() != path))
        {
            var first = new JsonObject { ["field"] = path, ["value"] = value };
            var cited = Of(session, path).Select(c => (JsonObject)c.DeepClone()).ToList();
            foreach (var citation in cited) citation.Remove("field");
            if (cited.Count > 0) first["citations"] = new JsonArray([.. cited]);
            session.Insert("claims", first);
        }
        var second = new JsonObject { ["field"] = path };
        if (session.Source is { } source) second["citations"] = new JsonArray(new JsonObject { ["source"] = source.Slug });
        session.Insert("claims", second);
        var place = $"claims[{session.Count("claims") - 1}].value";
        if ((session.Get("differences") as JsonArray)?.OfType<JsonObject>().Any(d => d["field"]?.ToString() == path) is not true) session.Insert("differences", new JsonObject { ["field"] = path });
        return place;
    }
}
