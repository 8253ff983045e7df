using System.Net;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

/// <summary>Answers that must be equal in time too are made by the same work: the same questions to the database, in the same order.</summary>
public sealed class SameWorkTests(DeskServer server) : IClassFixture<DeskServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Reader, "/desk/drafts/{0}")]
    [InlineData(Role.Reader, "/desk/review/{0}")]
    [InlineData(Role.Analyst, "/desk/drafts/{0}/kept")]
    public async Task A_draft_that_is_there_and_one_that_is_not_take_the_same_work(Role role, string path)
    {
        using var client = await server.AsAsync(role);
        var editor = await Colleagues.AddAsync(server.Database, Role.Editor);
        var draft = ((DeskOutcome.Done)await server.App.Services.GetRequiredService<Drafts>().CreateAsync(editor, "talks", [], Stop)).Draft.Id;
        using var questions = new Questions(server.Database);
        var there = await AskAsync(draft);
        var nowhere = await AskAsync(Guid.CreateVersion7());
        there.ShouldNotBeEmpty();
        there.ShouldBe(nowhere);

        async Task<IReadOnlyList<string>> AskAsync(Guid id)
        {
            questions.Take();
            using var answer = await client.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            return questions.Take();
        }
    }

    [Fact]
    public async Task Signing_in_takes_the_same_work_for_an_unknown_a_disabled_a_locked_and_a_known_account()
    {
        foreach (var name in new[] { "known", "disabled", "locked" }) await server.AddAsync($"work-{name}@example.org", Role.Editor);
        await TestDatabase.AskAsync(server.Database.Owner, "update desk.accounts set disabled_at = now() where email = 'work-disabled@example.org'");
        await TestDatabase.AskAsync(server.Database.Owner, "update desk.accounts set lockout_end = now() + interval '10 minutes' where email = 'work-locked@example.org'");
        using var client = server.Anonymous();
        using var questions = new Questions(server.Database);
        var asked = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var name in new[] { "known", "unknown", "disabled", "locked" })
        {
            var token = await client.GetStringAsync("/account/sign-in", Stop);
            var at = token.IndexOf("__RequestVerificationToken\" value=\"", StringComparison.Ordinal) + 35;
            questions.Take();
            using var answer = await DeskServer.PostWithAsync(client, "/account/sign-in", "sign-in", token[at..token.IndexOf('"', at)], ("Form.Email", $"work-{name}@example.org"), ("Form.Password", "not the password at all"));
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("That is not right");
            asked[name] = questions.Take();
        }
        foreach (var (name, work) in asked) work.ShouldBe(asked["known"], name);
        asked["known"].Count.ShouldBeGreaterThanOrEqualTo(2);
    }
}
