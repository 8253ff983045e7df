using Xunit;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>One copy of the migrated database for all tests of a class: <c>IClassFixture&lt;ClassDatabase&gt;</c>.</summary>
public sealed class ClassDatabase(TestDatabases databases) : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await databases.CreateAsync();

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
