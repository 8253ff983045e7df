using System.Text.Json.Nodes;
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
public sealed class CanaryTests(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Canary = "zqxkanarienvogel";

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
        string[] pages =
        [
            "/", "/timeline", "/timeline?q=" + Canary, "/talks", "/talks/istanbul-2025-06-02", "/talks/istanbul-2025-06-02/history", "/talks/istanbul-2025-06-02?asof=2030-01-01", "/search?q=istanbul", "/sitemap.xml", "/robots.txt",
            $"/people/person-{Canary}", $"/search?q={Canary}", .. Kinds.All.Select(k => $"/{k.Key}"), .. Kinds.All.Select(k => $"/{k.Key}?q={Canary}"),
        ];
        foreach (var page in pages)
        {
            var answer = await reader.GetAsync(page, Stop);
            var said = await answer.Content.ReadAsStringAsync(Stop) + string.Concat(answer.Headers.SelectMany(h => h.Value));
            // A page may repeat what it was asked for, and nothing more.
            var asked = page.Contains(Canary, StringComparison.Ordinal);
            var known = Count(said) - (asked ? Count(await Echo(reader, page)) : 0);
            known.ShouldBeLessThanOrEqualTo(0, page);
        }
        await TestDatabase.RefusalAsync(server.Database.Reader, "select count(*) from desk.drafts");
        foreach (var table in new[] { "records", "publications", "timeline_entries", "search_entries", "references", "citations", "claims", "slugs" })
            (await TestDatabase.AskAsync(server.Database.Owner, $"select count(*) from record.\"{table}\" t where t::text ilike '%{Canary}%'")).ShouldBe(0L, table);
    }

    // The same page asked for a word that no draft holds either: as often as it repeats that, it may repeat the canary.
    private static async Task<string> Echo(HttpClient reader, string page)
    {
        const string Other = "zqxkontrollvogel";
        return (await reader.GetStringOrErrorAsync(page.Replace(Canary, Other, StringComparison.Ordinal), Stop)).Replace(Other, Canary, StringComparison.Ordinal);
    }

    private static int Count(string text) => text.Split(Canary, StringSplitOptions.None).Length - 1;
}

internal static class Reading
{
    public static async Task<string> GetStringOrErrorAsync(this HttpClient client, string page, CancellationToken ct) => await (await client.GetAsync(page, ct)).Content.ReadAsStringAsync(ct);
}
