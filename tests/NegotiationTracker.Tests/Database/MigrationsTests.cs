using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Database;

public sealed class MigrationsTests
{
    private const string NoDatabase = "Host=localhost;Database=none";

    [Fact]
    public async Task The_record_has_a_migration_for_every_change_of_its_model()
    {
        await using var context = new RecordContext(DatabaseOptions.For<RecordContext>(NoDatabase));
        context.Database.HasPendingModelChanges().ShouldBeFalse("dotnet run --project build/Migrations -- add <Name>");
    }

    [Fact]
    public async Task The_desk_has_a_migration_for_every_change_of_its_model()
    {
        await using var context = new DeskContext(DatabaseOptions.For<DeskContext>(NoDatabase));
        context.Database.HasPendingModelChanges().ShouldBeFalse("dotnet run --project build/Migrations -- add <Name>");
    }
}
