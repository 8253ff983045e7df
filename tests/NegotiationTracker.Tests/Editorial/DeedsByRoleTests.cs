using System.Reflection;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Editorial;

/// <summary>Every deed at the desk by every role, asked of the handler that acts. A deed that is not in the table fails the test.</summary>
public sealed class DeedsByRoleTests(ClassDatabase own) : IClassFixture<ClassDatabase>
{
    private static readonly Dictionary<string, Role> Least = new(StringComparer.Ordinal)
    {
        ["Drafts.CreateAsync"] = Role.Editor,
        ["Drafts.OpenAsync"] = Role.Editor,
        ["Drafts.FindAsync"] = Role.Editor,
        ["Drafts.SaveAsync"] = Role.Editor,
        ["Drafts.RestoreAsync"] = Role.Editor,
        ["Drafts.DiscardAsync"] = Role.Editor,
        ["Reviews.SubmitAsync"] = Role.Editor,
        ["Reviews.WithdrawAsync"] = Role.Editor,
        ["Reviews.ReturnAsync"] = Role.Reviewer,
        ["Reviews.ApproveAsync"] = Role.Reviewer,
        ["Reviews.RetractAsync"] = Role.Reviewer,
        ["Redactions.RedactAsync"] = Role.Admin,
        ["PublisherRatings.RateAsync"] = Role.Admin,
        ["TopicKeeping.AddAsync"] = Role.Admin,
        ["TopicKeeping.RenameAsync"] = Role.Admin,
        ["TopicKeeping.OfferAsync"] = Role.Admin,
    };

    public static TheoryData<string, Role> Table
    {
        get
        {
            var table = new TheoryData<string, Role>();
            foreach (var deed in Deeds())
                foreach (var role in Enum.GetValues<Role>()) table.Add(Name(deed), role);
            return table;
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_deed_is_done_for_those_who_may_and_denied_to_everybody_else(string deed, Role role)
    {
        Least.ShouldContainKey(deed, "a new deed needs a line in the table of who may do it");
        var denied = await IsDeniedAsync(deed, await Colleagues.AddAsync(own.Database, role));
        denied.ShouldBe(role < Least[deed], $"{deed} by {role}");
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task No_deed_is_done_for_an_account_that_was_disabled(string deed, Role role) =>
        (await IsDeniedAsync(deed, await Colleagues.AddAsync(own.Database, role, disabled: true))).ShouldBeTrue();

    private async Task<bool> IsDeniedAsync(string deed, Guid account)
    {
        var method = Deeds().Single(m => Name(m) == deed);
        var draft = await DraftAsync();
        var arguments = method.GetParameters().Select(p => p.Name switch
        {
            "account" => account,
            "id" => draft,
            "ids" => new[] { draft },
            "seen" => new[] { new SeenDraft(draft, "1.0") },
            "kind" => "talks",
            "slug" => "nowhere",
            "seed" or "document" => new System.Text.Json.Nodes.JsonObject(),
            "version" => 1,
            "text" => "{}",
            "comment" or "reason" => "because",
            "comments" => Array.Empty<(string, string)>(),
            "recordId" => Guid.CreateVersion7(),
            "number" => 1,
            "name" => "Agency",
            "reliability" => 'B',
            "note" => "why",
            "key" or "label" => $"topic-{draft}",
            "offered" => false,
            "ct" => Stop,
            _ when p.HasDefaultValue => p.DefaultValue,
            _ => throw new InvalidOperationException($"Say what {deed} is to be given as '{p.Name}'."),
        }).ToArray();
        object subject = method.DeclaringType!.Name switch
        {
            nameof(Drafts) => new Drafts(own.Database.Desk, TimeProvider.System),
            nameof(Reviews) => new Reviews(own.Database.Desk, new Publisher(own.Database.Desk, TimeProvider.System), TimeProvider.System),
            nameof(PublisherRatings) => new PublisherRatings(own.Database.Desk, TimeProvider.System),
            nameof(TopicKeeping) => new TopicKeeping(own.Database.Desk, TimeProvider.System),
            _ => new Redactions(own.Database.Desk, TimeProvider.System),
        };
        var task = (Task)method.Invoke(subject, arguments)!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task) is DeskOutcome.Denied or null;
    }

    private async Task<Guid> DraftAsync()
    {
        var editor = await Colleagues.AddAsync(own.Database, Role.Editor);
        return ((DeskOutcome.Done)await new Drafts(own.Database.Desk, TimeProvider.System).CreateAsync(editor, "talks", [], Stop)).Draft.Id;
    }

    // What acts for an account takes the account first; reading who is there and the pipeline's own work do not.
    private static IEnumerable<MethodInfo> Deeds() =>
        typeof(Kinds).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(Drafts).Namespace)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters() is [{ Name: "account" }, ..] && m.ReturnType.IsAssignableTo(typeof(Task)));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
