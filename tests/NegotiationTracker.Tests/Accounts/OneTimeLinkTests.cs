using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Accounts;

public sealed class OneTimeLinkTests(TestDatabases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_first_link_alone_works_and_none_once_there_is_an_account()
    {
        await using var database = await databases.CreateAsync();
        var keeping = new AccountKeeping(database.Desk, TimeProvider.System);
        var first = await keeping.FirstAdminAsync(Stop);
        var second = await keeping.FirstAdminAsync(Stop);
        (await keeping.FindLinkAsync(first, Stop)).ShouldBeNull();
        (await keeping.FindLinkAsync(second, Stop)).ShouldNotBeNull().Role.ShouldBe(Role.Admin);
        await Colleagues.AddAsync(database, Role.Editor);
        (await keeping.FindLinkAsync(second, Stop)).ShouldBeNull("somebody was added by command since it was printed");
        (await keeping.FirstAdminAsync(Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_is_used_by_one_and_ends_with_its_time()
    {
        await using var database = await databases.CreateAsync();
        var keeping = new AccountKeeping(database.Desk, TimeProvider.System);
        var link = (await keeping.FindLinkAsync(await keeping.InviteAsync(null, Role.Editor, null, Stop), Stop)).ShouldNotBeNull();
        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => keeping.UseLinkAsync(link, Stop)));
        used.Count(u => u).ShouldBe(1);

        var late = await keeping.InviteAsync(null, Role.Editor, null, Stop);
        var found = (await keeping.FindLinkAsync(late, Stop)).ShouldNotBeNull();
        await TestDatabase.AskAsync(database.Owner, "update desk.one_time_links set expires_at = now() - interval '1 second' where used_at is null");
        (await keeping.FindLinkAsync(late, Stop)).ShouldBeNull();
        (await keeping.UseLinkAsync(found, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_links_of_an_admin_end_with_the_right_to_make_them()
    {
        await using var database = await databases.CreateAsync();
        var keeping = new AccountKeeping(database.Desk, TimeProvider.System);
        var (stays, leaves) = (await Colleagues.AddAsync(database, Role.Admin), await Colleagues.AddAsync(database, Role.Admin));
        var (kept, taken) = (await keeping.InviteAsync(stays, Role.Editor, null, Stop), await keeping.InviteAsync(leaves, Role.Admin, null, Stop));
        (await keeping.ChangeRoleAsync(stays, leaves, Role.Editor, Stop)).ShouldBeTrue();
        (await keeping.FindLinkAsync(taken, Stop)).ShouldBeNull();
        (await keeping.FindLinkAsync(kept, Stop)).ShouldNotBeNull();
        (await keeping.InviteAsync(leaves, Role.Admin, null, Stop)).ShouldBeNull();
    }
}
