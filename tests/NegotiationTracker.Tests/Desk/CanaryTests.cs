using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Desk;

/// <summary>A draft full of a word that stands nowhere else: no public byte may hold it, while it is written and while it is reviewed.</summary>
public sealed partial class CanaryTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Canary = "zqxkanarienvogel";

    // Not public, without words of the record, or open for as long as somebody listens.
    private static readonly string[] Closed = ["/desk", "/admin", "/account", "/_", "/health", "/live"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_public_byte_holds_a_word_of_a_draft()
    {
        var drafts = server.App.Services.GetRequiredService<Drafts>();
        var reviews = server.App.Services.GetRequiredService<Reviews>();
        var editor = await Colleagues.AddAsync(server.Database, Role.Editor, Canary);
        var talks = (DeskOutcome.Done)await drafts.OpenAsync(editor, "talks", "istanbul-2025-06-02", Stop);
        var amended = JsonNode.Parse(talks.Draft.Document)!.AsObject();
        amended["summary"] = $"Amended by {Canary}.";
        amended["meetingRecord"] = Canary;
        (await drafts.SaveAsync(editor, talks.Draft.Id, 1, amended, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        var person = JsonNode.Parse(DocumentJson.Write(Documents.Person with { Slug = $"person-{Canary}", Title = $"Person {Canary}", Processes = [], Citations = [], Party = null, Postings = [] }))!.AsObject();
        (await drafts.CreateAsync(editor, "people", person, Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await reviews.SubmitAsync(editor, [talks.Draft.Id], $"comment {Canary}", Stop)).ShouldBeOfType<DeskOutcome.Done>();

        using var reader = server.Anonymous();
        foreach (var page in Pages())
        {
            var answer = await reader.GetAsync(page, Stop);
            var said = await answer.Content.ReadAsStringAsync(Stop) + string.Concat(answer.Headers.SelectMany(h => h.Value));
            // A page may repeat what it was asked for, and nothing more.
            var asked = page.Contains(Canary, StringComparison.Ordinal);
            var known = Count(said) - (asked ? Count(await Echo(reader, page)) : 0);
            known.ShouldBeLessThanOrEqualTo(0, page);
        }
        await TestDatabase.RefusalAsync(server.Database.Reader, "select count(*) from desk.drafts");
        await using var owner = new RecordContext(server.Database.RecordOptions);
        var tables = await owner.Database.SqlQuery<string>($"select format('%I.%I', table_schema, table_name) as \"Value\" from information_schema.tables where table_schema = 'record'").ToListAsync(Stop);
        tables.Count.ShouldBeGreaterThan(12);
        foreach (var table in tables) (await TestDatabase.AskAsync(server.Database.Owner, $"select count(*) from {table} t where t::text ilike '%{Canary}%'")).ShouldBe(0L, table);
    }

    [Fact]
    public async Task Every_public_byte_is_the_same_whether_there_are_drafts_or_not()
    {
        using var reader = server.Anonymous();
        // Past the cache: what is kept would be the same in any case.
        reader.DefaultRequestHeaders.Add("Authorization", "nobody");
        var before = await ReadAsync();
        var drafts = server.App.Services.GetRequiredService<Drafts>();
        var editor = await Colleagues.AddAsync(server.Database, Role.Editor, Canary);
        await drafts.OpenAsync(editor, "talks", "istanbul-2025-05-16", Stop);
        foreach (var kind in Kinds.All) await drafts.CreateAsync(editor, kind.Key, new JsonObject { ["slug"] = $"one-{Canary}", ["title"] = $"One {Canary}", ["processes"] = new JsonArray("russia-ukraine-2025") }, Stop);
        foreach (var (page, said) in await ReadAsync()) said.ShouldBe(before[page], page);

        async Task<Dictionary<string, string>> ReadAsync()
        {
            var all = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var page in Pages().Distinct())
            {
                using var answer = await reader.GetAsync(page, Stop);
                all[page] = $"{(int)answer.StatusCode} {answer.Headers.ETag} {Changing().Replace(await answer.Content.ReadAsStringAsync(Stop), "")}";
            }
            return all;
        }
    }

    // Every public route there is, with what fills its places; so a page that is added is looked at too.
    private IEnumerable<string> Pages()
    {
        var patterns = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => !Closed.Any(c => p.StartsWith(c, StringComparison.Ordinal))).Distinct().ToList();
        patterns.Count.ShouldBeGreaterThan(40);
        foreach (var pattern in patterns)
        {
            foreach (var filled in new[] { ("talks", "istanbul-2025-06-02"), ("people", $"person-{Canary}"), ("people", $"one-{Canary}") }.Select(r => Place().Replace(pattern, m => m.Value switch { "{Kind}" => r.Item1, "{Slug}" => r.Item2, "{key}" => "kinds", _ => "1" })).Distinct())
            {
                yield return filled;
                yield return filled == pattern ? $"{filled}?q={Canary}" : $"{filled}?asof=2030-01-01";
            }
        }
        foreach (var more in new[] { "/search?q=istanbul", "/api/v1/search?q=istanbul", "/api/v1/search/suggest?q=ista", $"/api/v1/search/suggest?q={Canary[..6]}", "/api/v1/timeline/window?from=2025-01-01&to=2026-01-01&width=1200", "/talks/istanbul-2025-06-02/history?a=1&b=2", $"/timeline?person=person-{Canary}" }) yield return more;
    }

    // The same page asked for a word that no draft holds either: as often as it repeats that, it may repeat the canary.
    private static async Task<string> Echo(HttpClient reader, string page)
    {
        const string Other = "zqxkontrollvogel";
        return (await reader.GetStringOrErrorAsync(page.Replace(Canary, Other, StringComparison.Ordinal), Stop)).Replace(Other, Canary, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 500)]
    private static partial Regex Place();

    // What differs in any two answers: the request's number, the moment at which a calendar was made.
    [GeneratedRegex(@"""traceId"":""[^""]*""|DTSTAMP:[0-9TZ]+", RegexOptions.ExplicitCapture, 20_000)]
    private static partial Regex Changing();

    private static int Count(string text) => text.Split(Canary, StringSplitOptions.None).Length - 1;
}

internal static class Reading
{
    public static async Task<string> GetStringOrErrorAsync(this HttpClient client, string page, CancellationToken ct) => await (await client.GetAsync(page, ct)).Content.ReadAsStringAsync(ct);
}
