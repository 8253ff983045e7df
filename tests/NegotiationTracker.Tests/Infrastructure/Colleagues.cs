using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using Xunit;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>Accounts of a test's database.</summary>
internal static class Colleagues
{
    /// <summary>An account with a role, that can't sign in because it has no password.</summary>
    public static async Task<Guid> AddAsync(TestDatabase database, Role role, string name = "Somebody", bool disabled = false)
    {
        var id = Guid.CreateVersion7();
        var address = $"{id:n}@example.org";
        await using var desk = new DeskContext(database.DeskOptions);
        desk.Add(new Account
        {
            Id = id, Name = name, Role = role, CreatedAt = DateTimeOffset.UtcNow, DisabledAt = disabled ? DateTimeOffset.UtcNow : null, Email = address, NormalizedEmail = address.ToUpperInvariant(), UserName = address,
            NormalizedUserName = address.ToUpperInvariant(), SecurityStamp = Guid.NewGuid().ToString("n"),
        });
        await desk.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }
}
