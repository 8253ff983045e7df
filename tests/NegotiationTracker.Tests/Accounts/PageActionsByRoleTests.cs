using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Desk;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

/// <summary>Every form of every page by every role, read from the compiled pages. A form that is not in the table fails the test.</summary>
public sealed class PageActionsByRoleTests(ReviewServer server) : IClassFixture<ReviewServer>
{
    private const string Draft = "{draft}";

    // A form: its page's class and what its name begins with; the address, and the least role (none: anybody; Reader: whoever is signed in, on their own account).
    private static readonly Dictionary<(string Page, string Form), (string Path, Role? Least)> Table = new()
    {
        [("SignInPage", "sign-in")] = ("/account/sign-in", null),
        [("SignInPage", "second-factor")] = ("/account/sign-in", null),
        [("LinkPage", "link")] = ("/account/invitation", null),
        [("AccountPage", "second-factor-on")] = ("/account", Role.Reader),
        [("AccountPage", "second-factor-off")] = ("/account", Role.Reader),
        [("AccountPage", "password")] = ("/account", Role.Reader),
        [("AccountPage", "end-")] = ("/account", Role.Reader),
        [("AccountPage", "end-others")] = ("/account", Role.Reader),
        [("PasskeySection", "passkey-")] = ("/account", Role.Reader),
        [("SavedViewsPage", "save-view")] = ("/account/views?view=/timeline?kind=talks", Role.Analyst),
        [("SavedViewsPage", "drop-")] = ("/account/views", Role.Analyst),
        [("DeskHomePage", "new")] = ("/desk", Role.Editor),
        [("DeskHomePage", "amend")] = ("/desk", Role.Editor),
        [("DeskHomePage", "seen")] = ("/desk", Role.Editor),
        [("ReviewPage", "review")] = ($"/desk/review/{Draft}", Role.Editor),
        [("RecordStates", "restore-")] = ("/desk/records/talks/talks-1", Role.Editor),
        [("RecordStates", "redact-")] = ("/desk/records/talks/talks-1", Role.Admin),
        [("RecordDeskPage", "amend")] = ("/desk/records/talks/talks-1", Role.Editor),
        [("RecordDeskPage", "retract")] = ("/desk/records/talks/talks-1", Role.Reviewer),
        [("PublishersPage", "rate-")] = ("/admin/publishers", Role.Admin),
        [("TopicsPage", "add")] = ("/admin/topics", Role.Admin),
        [("TopicsPage", "rename-")] = ("/admin/topics", Role.Admin),
        [("TopicsPage", "offer-")] = ("/admin/topics", Role.Admin),
        [("InvitationsPage", "invite")] = ("/admin/invitations", Role.Admin),
        [("InvitationsPage", "revoke-")] = ("/admin/invitations", Role.Admin),
        [("UsersPage", "role-")] = ("/admin/users", Role.Admin),
        [("UsersPage", "disable-")] = ("/admin/users", Role.Admin),
        [("UsersPage", "reset-")] = ("/admin/users", Role.Admin),
        [("UsersPage", "end-")] = ("/admin/users", Role.Admin),
        [("UsersPage", "factors-")] = ("/admin/users", Role.Admin),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, Role?> Refusals
    {
        get
        {
            var table = new TheoryData<string, string, Role?>();
            foreach (var ((page, form), (_, least)) in Table)
                foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Prepend(null).Where(r => least is not null && (r is null || r < least))) table.Add(page, form, role);
            return table;
        }
    }

    [Fact]
    public void Every_form_of_every_page_stands_in_the_table() => Forms().Distinct().Order().ShouldBe(Table.Keys.Order());

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_form_is_neither_shown_to_nor_heard_from_who_may_not(string page, string form, Role? role)
    {
        var (pattern, least) = Table[(page, form)];
        var path = pattern.Replace(Draft, (await server.WriteAsync(Samples.Talks(slug: $"talks-{Guid.NewGuid():n}"))).ToString(), StringComparison.Ordinal);
        await FillAsync();
        var name = await NameAsync(least!.Value, path, form);
        if (least > Role.Reader) name.ShouldNotBeNull($"{form} is shown to the {least}");
        using (var shown = await server.As(role).GetAsync(path, Stop))
            (await shown.Content.ReadAsStringAsync(Stop)).ShouldNotContain($"value=\"{name ?? form}\"", customMessage: $"{form} is shown to {role?.ToString() ?? "nobody"}");

        var before = await StateAsync();
        using var answer = role is { } known ? await server.PressAsync(known, path, name ?? form, Fields) : await server.Anybody.PostAsync(path, new FormUrlEncodedContent([new("_handler", name ?? form), .. Fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]), Stop);
        var turned = answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest || answer.Headers.Location?.ToString().Contains("/account/sign-in", StringComparison.Ordinal) is true;
        turned.ShouldBeTrue($"{form} by {role?.ToString() ?? "nobody"}: {(int)answer.StatusCode}");
        (await StateAsync()).ShouldBe(before, "nothing was changed");
    }

    private static readonly (string Name, string Value)[] Fields =
    [
        ("deed", "approve"), ("comment", "why"), ("reason", "why"), ("sure", "yes"), ("revision", "1"), ("state", "r1"), ("kind", "talks"), ("record", "talks/talks-1"), ("NewRole", "Admin"), ("Invite.Role", "Admin"),
        ("Form.Key", "slipped-in"), ("Form.Label", "Slipped in"), ("NewLabel", "Slipped in"), ("publisher", "Agency"), ("grade", "A"), ("note", "x"), ("View.Name", "x"), ("View.Address", "/timeline?kind=talks"),
    ];

    // One of everything that a form may concern.
    private async Task FillAsync()
    {
        // Another reading each time, so that there is an earlier one to restore and to redact.
        await new Publisher(server.Database.Desk, TimeProvider.System).PublishAsync([Samples.Talks(title: $"Talks {Guid.NewGuid():n}")], "import", null, ct: Stop);
        var keeping = server.Services.GetRequiredService<AccountKeeping>();
        await keeping.InviteAsync(null, Role.Editor, null, Stop);
        await TestDatabase.AskAsync(server.Database.Owner, $"update desk.accounts set two_factor_enabled = true where id = '{server.Account(Role.Analyst)}'");
        await TestDatabase.AskAsync(server.Database.Owner, $"insert into desk.saved_views (id, account_id, name, address, created_at) values (gen_random_uuid(), '{server.Account(Role.Analyst)}', gen_random_uuid()::text, '/timeline', now())");
        await TestDatabase.AskAsync(server.Database.Owner, "insert into desk.source_publishers (name, reliability, changed_by, changed_at) select 'Agency', 'B', id, now() from desk.accounts limit 1 on conflict do nothing");
    }

    private async Task<string?> NameAsync(Role role, string path, string form)
    {
        using var answer = await server.As(role).GetAsync(path, Stop);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop);
        return page.QuerySelectorAll("input[name=_handler]").Select(i => i.GetAttribute("value")!).FirstOrDefault(n => form.EndsWith('-') ? n.StartsWith(form, StringComparison.Ordinal) : n == form);
    }

    private async Task<string> StateAsync() => (string)(await TestDatabase.AskAsync(server.Database.Owner, """
        select concat_ws(' ', (select count(*) from desk.audit), (select count(*) from desk.drafts), (select count(*) from desk.draft_saves), (select count(*) from desk.revisions), (select count(*) from desk.one_time_links where used_at is null),
          (select count(*) from desk.saved_views), (select count(*) from record.topics), (select count(*) from desk.sessions where ended_at is null), (select md5(string_agg(role || coalesce(disabled_at::text, '') || two_factor_enabled, ',' order by id)) from desk.accounts))
        """))!;

    // In a compiled page a form's name, whole or its beginning, is the last text before it is put into the variable that AddNamedEvent is given; other attributes may be written in between.
    private static IEnumerable<(string Page, string Form)> Forms()
    {
        using var module = ModuleDefinition.ReadModule(typeof(TrackerApp).Assembly.Location);
        foreach (var type in module.Types.SelectMany(t => t.NestedTypes.Prepend(t)))
        {
            foreach (var method in type.Methods.Where(m => m.HasBody))
            {
                method.Body.SimplifyMacros();
                var text = "";
                var kept = new Dictionary<object, string>();
                foreach (var instruction in method.Body.Instructions)
                {
                    if (instruction.OpCode == OpCodes.Ldstr && (string)instruction.Operand != "onsubmit") text = (string)instruction.Operand;
                    if (instruction.OpCode == OpCodes.Stloc) kept[instruction.Operand] = text;
                    if (instruction.Operand is MethodReference { Name: "AddNamedEvent" }) yield return ((type.DeclaringType ?? type).Name, instruction.Previous.OpCode == OpCodes.Ldloc ? kept[instruction.Previous.Operand] : text);
                }
            }
        }
    }
}
