using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

// dotnet run --project build/Migrations -- add <Name> [record|desk]    scaffolds a migration for each context whose model changed
// dotnet run --project build/Migrations -- check                       ends with 1 when a model has changes without a migration
const string NoDatabase = "Host=localhost;Database=none";
const string Data = "NegotiationTracker.Data";
var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src", Data));
(string Part, Func<DbContext> Open)[] contexts =
[
    ("Record", () => new RecordContext(DatabaseOptions.For<RecordContext>(NoDatabase))),
    ("Desk", () => new DeskContext(DatabaseOptions.For<DeskContext>(NoDatabase))),
];
switch (args)
{
    case ["check"]:
        var changed = contexts.Where(c => Changed(c.Open)).Select(c => c.Part).ToList();
        Console.WriteLine(changed.Count == 0 ? "Every model has its migrations." : $"Changed without a migration: {string.Join(", ", changed)}. Say: add <Name>");
        return changed.Count == 0 ? 0 : 1;
    case ["add", var name]:
        return contexts.Sum(c => Add(c.Part, c.Open, name)) == 0 ? 0 : 1;
    case ["add", var name, var only] when contexts.Any(c => c.Part.Equals(only, StringComparison.OrdinalIgnoreCase)):
        return contexts.Where(c => c.Part.Equals(only, StringComparison.OrdinalIgnoreCase)).Sum(c => Add(c.Part, c.Open, name));
    default:
        Console.Error.WriteLine("Say: add <Name> [record|desk], or: check");
        return 2;
}

static bool Changed(Func<DbContext> open)
{
    using var context = open();
    return context.Database.HasPendingModelChanges();
}

int Add(string part, Func<DbContext> open, string name)
{
    if (!Changed(open))
    {
        Console.WriteLine($"{part}: nothing changed.");
        return 0;
    }
    // A context of its own: comparing finalises the snapshot of the context that compares, and the scaffolder then takes it for empty and
    // writes the whole schema once more.
    using var context = open();
    using var services = Services(context);
    try
    {
        var scaffolded = services.GetRequiredService<IMigrationsScaffolder>().ScaffoldMigration(name, Data, $"Migrations.{part}", "C#", dryRun: false);
        var directory = Directory.CreateDirectory(Path.Combine(folder, "Migrations", part)).FullName;
        File.WriteAllText(Path.Combine(directory, $"{scaffolded.MigrationId}.cs"), scaffolded.MigrationCode);
        File.WriteAllText(Path.Combine(directory, $"{scaffolded.MigrationId}.Designer.cs"), scaffolded.MetadataCode);
        File.WriteAllText(Path.Combine(directory, $"{scaffolded.SnapshotName}.cs"), scaffolded.SnapshotCode);
        Console.WriteLine($"{part}: {scaffolded.MigrationId}");
        return 0;
    }
    catch (OperationException e)
    {
        Console.Error.WriteLine($"{part}: {e.Message}");
        return 1;
    }
}

#pragma warning disable EF1001 // The provider's design-time services have no public door.
static ServiceProvider Services(DbContext context)
{
    var services = new ServiceCollection();
    services.AddEntityFrameworkDesignTimeServices();
    // Before the provider's: whoever adds a service first keeps it, and the context's own model is the one to scaffold.
    services.AddDbContextDesignTimeServices(context);
    new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
    return services.BuildServiceProvider();
}
#pragma warning restore EF1001
