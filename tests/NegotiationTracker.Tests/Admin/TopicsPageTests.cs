using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Tests.Infrastructure;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Admin;

/// <summary>The page on which admins keep topics, by its forms.</summary>
public sealed class TopicsPageTests(DeskServer server) : IClassFixture<DeskServer>
{
    [Fact]
    public async Task An_admin_adds_renames_and_retires_a_topic_by_forms()
    {
        using var admin = await server.AsAsync(Role.Admin);
        async Task<string> PostAsync(string form, params (string, string)[] fields) =>
            await (await DeskServer.PostAsync(admin, "/admin/topics", form, fields)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (await PostAsync("add", ("Form.Key", "Not a slug"), ("Form.Label", "Corridors"))).ShouldContain("lower-case letters");
        (await PostAsync("add", ("Form.Key", "corridors"), ("Form.Label", "Corridors"))).ShouldContain("The topic Corridors can be chosen now.");
        (await PostAsync("rename-corridors", ("NewLabel", "Humanitarian corridors"))).ShouldContain("Corridors is called Humanitarian corridors now.");
        (await PostAsync("offer-corridors")).ShouldContain("Humanitarian corridors is not offered any more.");
        (await PostAsync("offer-corridors")).ShouldContain("Humanitarian corridors can be chosen again.");
    }
}
