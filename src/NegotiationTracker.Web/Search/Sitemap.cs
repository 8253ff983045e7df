using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Search;

/// <summary><c>/sitemap.xml</c> (sitemaps.org 0.9): the lists and every public record with the day of its last change.</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // The protocol takes 50,000 addresses a file; a record of that size will want an index of several.
    private const int Most = 49_000;

    public static void MapSitemap(this IEndpointRouteBuilder routes) => routes.MapGet("/sitemap.xml", WriteAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task WriteAsync(HttpContext http, IDbContextFactory<RecordContext> contexts)
    {
        await using var context = await contexts.CreateDbContextAsync(http.RequestAborted);
        http.Response.ContentType = "application/xml; charset=utf-8";
        await using var xml = XmlWriter.Create(http.Response.Body, new XmlWriterSettings { Async = true, CloseOutput = false });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", Namespace);
        foreach (var path in Kinds.All.Select(k => $"/{k.Key}").Prepend("/timeline").Prepend("/")) await EntryAsync(xml, http, path, null);
        var rows = context.Records.Where(r => r.Document != null).OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id).Take(Most).Select(r => new { r.Kind, r.Slug, r.ChangedAt });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(http.RequestAborted)) await EntryAsync(xml, http, Links.To(row.Kind, row.Slug), row.ChangedAt);
        await xml.WriteEndElementAsync();
    }

    private static async Task EntryAsync(XmlWriter xml, HttpContext http, string path, DateTimeOffset? changed)
    {
        await xml.WriteStartElementAsync(null, "url", Namespace);
        await xml.WriteElementStringAsync(null, "loc", Namespace, $"{http.Request.Scheme}://{http.Request.Host}{path}");
        if (changed is { } day) await xml.WriteElementStringAsync(null, "lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await xml.WriteEndElementAsync();
    }
}
