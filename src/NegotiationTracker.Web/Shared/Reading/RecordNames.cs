using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Records;
using Npgsql;

namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>A record's name as other pages show it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Slug">Its slug now.</param>
/// <param name="Title">Its title.</param>
/// <param name="ShortTitle">Its short title, or its title.</param>
/// <param name="Mark">A party's mark.</param>
/// <param name="Gone">Whether it was retracted.</param>
public sealed record RecordName(string Kind, string Slug, string Title, string ShortTitle, string? Mark, bool Gone)
{
    /// <summary>Address of its page.</summary>
    public string Href => Links.To(Kind, Slug);
}

/// <summary>Names of the records that a page refers to, by kind and the slug used there (which may be a former one).</summary>
public sealed class RecordNames
{
    private const string Names = """
        select s.kind, s.slug, r.slug, r.title, r.short_title, r.mark, r.retracted_at is not null
        from record.slugs s join record.records r on r.id = s.record_id where s.kind = any($1) and s.slug = any($2)
        """;

    private readonly Dictionary<(string Kind, string Slug), RecordName> _names;

    internal RecordNames(Dictionary<(string Kind, string Slug), RecordName> names) => _names = names;

    /// <summary>All that were found.</summary>
    internal IReadOnlyDictionary<(string Kind, string Slug), RecordName> All => _names;

    /// <summary>Reads the names of everything referred to, in one question.</summary>
    public static Task<RecordNames> LoadAsync(RecordContext context, IEnumerable<Reference> references, CancellationToken ct) => LoadAsync(context, references.Select(r => (r.Kind, r.Slug)), ct);

    /// <summary>Reads the names of records by kind and slug, in one question.</summary>
    public static async Task<RecordNames> LoadAsync(RecordContext context, IEnumerable<(string Kind, string Slug)> references, CancellationToken ct)
    {
        // Kinds too, because the index begins with them.
        var (kinds, slugs) = (new HashSet<string>(), new HashSet<string>());
        foreach (var (kind, slug) in references)
        {
            kinds.Add(kind);
            slugs.Add(slug);
        }
        if (slugs.Count == 0) return new RecordNames([]);
        await context.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(Names, (NpgsqlConnection)context.Database.GetDbConnection()) { Parameters = { new NpgsqlParameter<string[]> { TypedValue = [.. kinds] }, new NpgsqlParameter<string[]> { TypedValue = [.. slugs] } } };
            await using var reader = await command.ExecuteReaderAsync(ct);
            var names = new Dictionary<(string, string), RecordName>(slugs.Count);
            while (await reader.ReadAsync(ct))
            {
                var (kind, title) = (reader.GetString(0), reader.GetString(3));
                names[(kind, reader.GetString(1))] = new RecordName(kind, reader.GetString(2), title, reader.IsDBNull(4) ? title : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetBoolean(6));
            }
            return new RecordNames(names);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The name of a record; one that can't be found shows its slug rather than nothing.</summary>
    public RecordName Of(string kind, string slug) =>
        _names.GetValueOrDefault((kind, slug)) ?? new RecordName(kind, slug, slug.Replace('-', ' '), slug.Replace('-', ' '), null, Gone: true);

    /// <summary>The name of a party.</summary>
    public RecordName Party(string slug) => Of("parties", slug);

    /// <summary>The name of a person.</summary>
    public RecordName Person(string slug) => Of("people", slug);

    /// <summary>The name of an organization.</summary>
    public RecordName Organization(string slug) => Of("organizations", slug);

    /// <summary>The name of talks.</summary>
    public RecordName Talks(string slug) => Of("talks", slug);

    /// <summary>The name of a process.</summary>
    public RecordName Process(string slug) => Of("processes", slug);

    /// <summary>The name of a record given as <c>kind/slug</c>; null when the text names none.</summary>
    public RecordName? OfOpen(string? text) => text?.IndexOf('/') is > 0 and var at ? Of(text[..at], text[(at + 1)..]) : null;
}
