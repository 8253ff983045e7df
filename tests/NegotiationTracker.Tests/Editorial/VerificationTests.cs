using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

public sealed class VerificationTests(TestDatabases databases)
{
    [Theory]
    [InlineData("alter table desk.revisions disable trigger all; update desk.revisions set document = jsonb_set(document, '{title}', '\"Forged\"') where kind = 'talks'", "revision 1 of talks")]
    [InlineData("alter table desk.revisions disable trigger all; delete from desk.revisions where kind = 'talks'", "talks/talks-1: its revision 1 is not at the desk")]
    [InlineData("update record.records set document = jsonb_set(document, '{title}', '\"Forged\"') where kind = 'talks'", "talks/talks-1: what is public differs")]
    [InlineData("delete from record.timeline_entries", "talks/talks-1: its timeline entries")]
    [InlineData("update record.search_entries set names = 'x' where kind = 'talks'", "talks/talks-1: its search entry")]
    [InlineData("delete from record.\"references\" where role = 'process'", "talks/talks-1: its references")]
    public async Task An_altered_row_is_named(string forgery, string finding)
    {
        await using var database = await databases.CreateAsync();
        await new Publisher(database.Desk, TimeProvider.System).PublishAsync(Samples.All, "editor", null, ct: TestContext.Current.CancellationToken);
        (await new Verification(database.Desk).RunAsync(TestContext.Current.CancellationToken)).Findings.ShouldBeEmpty();

        await TestDatabase.AskAsync(database.Owner, forgery);

        (await new Verification(database.Desk).RunAsync(TestContext.Current.CancellationToken)).Findings.ShouldContain(f => f.Contains(finding));
    }
}
