using Microsoft.AspNetCore.Http.Extensions;
using NegotiationTracker.Data;

namespace NegotiationTracker.Web.Shared;

/// <summary>Addresses of pages: the one place that knows the routes of the contract.</summary>
public static class Links
{
    /// <summary>The page of a record.</summary>
    public static string To(string kind, string slug) => $"/{kind}/{slug}";

    /// <summary>The page of a record named as <c>kind/slug</c>; null when the text names none.</summary>
    public static string? ToOpen(string? text) => text?.IndexOf('/') is > 0 and var at && Kinds.Find(text[..at]) is not null ? $"/{text}" : null;

    /// <summary>The history of a record.</summary>
    public static string History(string kind, string slug) => $"/{kind}/{slug}/history";

    /// <summary>A path with a query made of the pairs that have a value.</summary>
    public static string With(string path, params IEnumerable<(string Key, string? Value)> query)
    {
        var builder = new QueryBuilder();
        foreach (var (key, value) in query)
            if (!string.IsNullOrEmpty(value)) builder.Add(key, value);
        return path + builder.ToQueryString();
    }
}
