using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Imports;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Imports;

public sealed class ImportTests(TestDatabases databases) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nt-import-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_shipped_content_goes_in_whole_and_again_changes_nothing()
    {
        await using var database = await databases.CreateAsync();
        var content = Path.Combine(AppContext.BaseDirectory, "Content", "istanbul-2025");
        (await RunAsync(database, content, dryRun: true)).ShouldBe((0, "Would publish: 727 new, 0 amended, 0 unchanged."));
        (await RunAsync(database, content)).ShouldBe((0, "Published: 727 new, 0 amended, 0 unchanged."));
        (await RunAsync(database, content)).ShouldBe((0, "Published: 0 new, 0 amended, 727 unchanged."));
        (await new Verification(database.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
        (await TestDatabase.AskAsync(database.Desk, "select count(*) from desk.audit")).ShouldBe(727L);
    }

    [Fact]
    public async Task Every_fault_is_named_by_file_row_field_and_reason_and_nothing_is_published()
    {
        await using var database = await databases.CreateAsync();
        Write("sources.jsonl", """
            {"slug":"agency-1","title":"T","publisher":"Agency","form":"NewsAgency"}
            {"slug":"agency-2","title":"T","publisher":"Agency","form":"News","published":"01/06/2025"}
            not json
            """);
        Write("talks/a.json", """{"slug":"A b","title":"","form":"Meeting","status":"Held","processes":["p"],"chair":"nobody","colour":"red","citations":[{"source":"agency-1"}]}""");
        var (code, text) = await RunAsync(database, _folder);

        code.ShouldBe(1);
        text.ShouldContain("sources.jsonl, row 2, form: This is none of Unknown, NewsAgency");
        text.ShouldContain("sources.jsonl, row 2, published: '01/06/2025'");
        text.ShouldContain("sources.jsonl, row 3: This is not JSON");
        text.ShouldContain("a.json, row 1, colour: There is no field 'colour' here.");
        text.ShouldContain("Nothing was published");
        (await TestDatabase.AskAsync(database.Desk, "select count(*) from record.records")).ShouldBe(0L);
    }

    [Fact]
    public async Task Rules_and_unknown_names_are_told_with_the_place_in_the_file()
    {
        await using var database = await databases.CreateAsync();
        Write("talks.jsonl", """{"slug":"talks-1","title":"T","form":"Meeting","status":"Held","actual":{"date":"2025-06-02","zone":"Istanbul"},"processes":["p"],"citations":[{"source":"agency-9"}]}""");
        var (_, text) = await RunAsync(database, _folder);
        text.ShouldContain("talks.jsonl, row 1, actual.zone: 'Istanbul' is not an IANA time zone");
        Write("talks.jsonl", """{"slug":"talks-1","title":"T","form":"Meeting","status":"Held","actual":{"date":"2025-06-02"},"processes":["p"],"citations":[{"source":"agency-9"}]}""");
        (_, text) = await RunAsync(database, _folder);
        text.ShouldContain("talks.jsonl, row 1, processes[0]: There is no process 'p'");
        text.ShouldContain("talks.jsonl, row 1, citations[0].source: There is no source 'agency-9'");
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static async Task<(int Code, string Text)> RunAsync(TestDatabase database, string path, bool dryRun = false)
    {
        await using var output = new StringWriter();
        var code = await ImportCommand.RunAsync(new Publisher(database.Desk, TimeProvider.System), path, dryRun, "test", output, Stop);
        return (code, output.ToString().Trim());
    }
}
