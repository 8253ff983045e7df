using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline;

/// <summary>A source that entries rest on.</summary>
/// <param name="Slug">Its slug as cited.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who prints it.</param>
/// <param name="Date">When it was published, EDTF.</param>
/// <param name="Address">Where it can be read.</param>
/// <param name="Now">Its slug now.</param>
internal sealed record CitedSource(string Slug, string Title, string? Publisher, string? Date, string? Address, string Now)
{
    /// <summary>Reads sources by the slugs that cite them; a retracted one is left out.</summary>
    public static async Task<List<CitedSource>> ReadAsync(RecordContext context, string[] slugs, CancellationToken ct)
    {
        await context.Database.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            select s.slug, r.title, r.place, r.date, r.document ->> 'url', r.slug
            from record.slugs s join record.records r on r.id = s.record_id where s.kind = 'sources' and s.slug = any($1) and r.document is not null
            """, (NpgsqlConnection)context.Database.GetDbConnection()) { Parameters = { new NpgsqlParameter<string[]> { TypedValue = slugs } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<CitedSource>(slugs.Length);
        while (await reader.ReadAsync(ct)) rows.Add(new CitedSource(reader.GetString(0), reader.GetString(1), Text(reader, 2), Text(reader, 3), Text(reader, 4), reader.GetString(5)));
        return rows;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>As the API gives it.</summary>
    public SourceAnswer Answer => new(Slug, Title, Publisher, Date, Links.To("sources", Now), Address);
}

/// <summary>Sources that entries rest on, kept in memory until something is published.</summary>
internal sealed class KeptSources(Publications publications, TimeProvider time)
{
    private const int Most = 20_000;

    private readonly KeptUntilPublished<string, CitedSource> _kept = new(publications, time, Most);

    /// <summary>The sources in the order in which they are cited, each once; a retracted one is left out.</summary>
    public async Task<List<CitedSource>> LoadAsync(RecordContext context, IEnumerable<string> slugs, CancellationToken ct)
    {
        var cited = slugs.Distinct().ToList();
        var found = await _kept.GetAsync(cited, async missing => (await CitedSource.ReadAsync(context, [.. missing], ct)).Select(s => KeyValuePair.Create(s.Slug, s)));
        return [.. cited.Select(found.GetValueOrDefault).OfType<CitedSource>()];
    }
}

/// <summary>A source in an answer.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who prints it.</param>
/// <param name="Date">When it was published, EDTF.</param>
/// <param name="Page">Its page here.</param>
/// <param name="Url">Where it can be read.</param>
internal sealed record SourceAnswer(string Slug, string Title, string? Publisher, string? Date, string Page, string? Url);
