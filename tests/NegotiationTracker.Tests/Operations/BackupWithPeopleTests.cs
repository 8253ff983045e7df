using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web;
using NegotiationTracker.Web.Accounts;
using NegotiationTracker.Web.Operations;
using NegotiationTracker.Web.Operations.Backups;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Operations;

/// <summary>A backup of a desk at work: who signs in, what they write and what lies about comes back with it.</summary>
public sealed class BackupWithPeopleTests(TestDatabases databases, DeskServer server) : IClassFixture<DeskServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nt-backup-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_sign_in_as_before_and_find_what_they_wrote()
    {
        using var editor = await server.AsAsync(Role.Editor);
        var recovery = await SecondFactorAsync(editor);
        var invitation = await server.App.Services.GetRequiredService<AccountKeeping>().InviteAsync(null, Role.Reviewer, "new@example.org", Stop);
        var (draft, redacted) = (await DraftAsync(), await RedactedAsync());

        var archive = Path.Combine(_folder, "people.backup");
        (await Backup.MakeAsync(server.Database.OwnerConnectionString, null, archive, TextWriter.Null, Stop)).ShouldBe(0);
        await using var to = await databases.CreateAsync();
        await using (var target = await TrackerDatabase.OpenAsync(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("ConnectionStrings:Tracker", to.OwnerConnectionString)]).Build(), NullLogger.Instance, Stop))
            (await Restore.RunAsync(target, null, archive, TextWriter.Null, Stop)).ShouldBe(0);

        await using var restored = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Tracker", to.OwnerConnectionString, "--Logging:LogLevel:Default", "Warning"], ct: Stop);
        await restored.StartAsync(Stop);
        using var again = Browser(restored);
        var second = await TextAsync(await DeskServer.SignInAsync(again, DeskServer.EmailOf(Role.Editor), DeskServer.Password));
        (await DeskServer.PostAsync(again, "/account/sign-in", "second-factor", ("Second.Ticket", Between(second, "Second.Ticket\" value=\"", "\"")), ("Second.Code", recovery))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var kept = await again.GetStringAsync($"/desk/drafts/{draft}/kept", Stop);
        kept.ShouldContain("Saved before the backup");
        kept.ShouldContain("Text refused at");
        using var stranger = Browser(restored);
        (await stranger.GetStringAsync($"/account/invitation?token={invitation}", Stop)).ShouldContain("new@example.org");
        (await (await stranger.GetAsync($"/desk/drafts/{draft}/kept", Stop)).Content.ReadAsStringAsync(Stop)).ShouldNotContain("Saved before");

        await using var desk = new DeskContext(to.DeskOptions);
        (await desk.Revisions.SingleAsync(r => r.RecordId == redacted && r.Number == 1, Stop)).Document.ShouldBeNull();
        (await desk.Accounts.CountAsync(Stop)).ShouldBe(Enum.GetValues<Role>().Length + 2);
        (await new Verification(to.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
        (await restored.Services.GetRequiredService<AccountKeeping>().FirstAdminAsync(Stop)).ShouldBeNull("there are accounts: no link for a first admin");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static HttpClient Browser(WebApplication app) => new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new Uri(app.Urls.Single()) };

    // Saved, with a text beside it that came too late.
    private async Task<Guid> DraftAsync()
    {
        var drafts = server.App.Services.GetRequiredService<Drafts>();
        var account = await Colleagues.AddAsync(server.Database, Role.Editor);
        var id = (await drafts.CreateAsync(account, "talks", new JsonObject { ["title"] = "Begun" }, Stop)).ShouldBeOfType<DeskOutcome.Done>().Draft.Id;
        (await drafts.SaveAsync(account, id, 1, new JsonObject { ["title"] = "Saved before the backup" }, ct: Stop)).ShouldBeOfType<DeskOutcome.Done>();
        (await drafts.SaveAsync(account, id, 1, new JsonObject { ["title"] = "Came too late" }, ct: Stop)).ShouldBeOfType<DeskOutcome.Conflict>();
        return id;
    }

    private async Task<Guid> RedactedAsync()
    {
        var publisher = new Publisher(server.Database.Desk, TimeProvider.System);
        await publisher.PublishAsync([Samples.Source, Samples.Process, Samples.Talks(title: "A name that must go")], "import", null, ct: Stop);
        await publisher.PublishAsync([Samples.Talks(title: "Without it")], "import", null, ct: Stop);
        await using var record = new RecordContext(server.Database.ReaderOptions);
        var id = await record.Records.Where(r => r.Kind == "talks" && r.Slug == "talks-1").Select(r => r.Id).SingleAsync(Stop);
        (await new Redactions(server.Database.Desk, TimeProvider.System).RedactAsync(await Colleagues.AddAsync(server.Database, Role.Admin), id, 1, "asked for", Stop)).ShouldBeOfType<DeskOutcome.Done>();
        return id;
    }

    private static async Task<string> SecondFactorAsync(HttpClient client)
    {
        var key = Between(await client.GetStringAsync("/account", Stop), "<code class=\"key\">", "</code>").Replace(" ", "", StringComparison.Ordinal);
        var code = OneTimeCode.At(OneTimeCode.Base32(key), DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        return Between(await TextAsync(await DeskServer.PostAsync(client, "/account", "second-factor-on", ("On.Code", code))), "<li><code>", "</code>");
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Stop);

    private static string Between(string text, string before, string after)
    {
        var from = text.IndexOf(before, StringComparison.Ordinal);
        from.ShouldBeGreaterThanOrEqualTo(0, before);
        return text[(from + before.Length)..text.IndexOf(after, from + before.Length, StringComparison.Ordinal)];
    }
}
