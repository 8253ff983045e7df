using System.Text.Json.Nodes;
using NegotiationTracker.Data.Dates;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>The key of an item of a list, made from its date: <c>2025-05-23</c>, and <c>2025-05-23-2</c> for the second of a day.</summary>
internal static class KeyOfDate
{
    /// <summary>The key; empty for what is no date.</summary>
    /// <param name="session">The draft.</param>
    /// <param name="item">Path of the item: <c>batches[2]</c>.</param>
    /// <param name="date">Its date.</param>
    public static string Of(EditSession session, string item, string date)
    {
        if (!Edtf.TryParse(date, out _, out _)) return "";
        var taken = (session.Get(item[..item.LastIndexOf('[')]) as JsonArray ?? []).Where(other => !ReferenceEquals(other, session.Get(item))).Select(other => (other as JsonObject)?["key"]?.ToString()).ToHashSet(StringComparer.Ordinal);
        var key = date.Split('T')[0].Replace("/", "-to-", StringComparison.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? key : $"{key}-{n}").First(k => !taken.Contains(k));
    }
}
