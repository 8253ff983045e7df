using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using NegotiationTracker.Data;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

// dotnet run --project build/Migrations -- add <Name> [record|desk]    scaffolds what changed in the model
// dotnet run --project build/Migrations -- check                       ends with 1 when a model has changes without a migration
const string NoDatabase = "Host=localhost;Database=none";
var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/NegotiationTracker.Data"));
DbContext[] contexts =
[
    new RecordContext(DatabaseOptions.For<RecordContext>(NoDatabase)),
    new DeskContext(DatabaseOptions.For<DeskContext>(NoDatabase)),
];
switch (args)
{
    case ["check"]:
        var changed = contexts.Where(c => c.Database.HasPendingModelChanges()).Select(c => c.GetType().Name).ToList();
        Console.WriteLine(changed.Count == 0 ? "Every model has its migrations." : $"Changed without a migration: {string.Join(", ", changed)}.");
        return changed.Count == 0 ? 0 : 1;
    case ["add", var name, .. var only]:
        foreach (var context in contexts.Where(c => only.Length == 0 || c.GetType().Name.StartsWith(only[0], StringComparison.OrdinalIgnoreCase))) Add(context, name);
        return 0;
    default:
        Console.WriteLine("Say: add <Name> [record|desk], or: check");
        return 2;
}

void Add(DbContext context, string name)
{
    var part = context.GetType().Name.Replace("Context", "", StringComparison.Ordinal);
    if (!context.Database.HasPendingModelChanges())
    {
        Console.WriteLine($"{part}: nothing changed.");
        return;
    }
    // The framework's own scaffolder, used from outside, takes the snapshot for empty; the two models are compared here instead.
    var initializer = context.GetService<IModelRuntimeInitializer>();
    var before = context.GetService<IMigrationsAssembly>().ModelSnapshot?.Model is { } snapshot ? initializer.Initialize(snapshot).GetRelationalModel() : null;
    var model = context.GetService<IDesignTimeModel>().Model;
    var differ = context.GetService<IMigrationsModelDiffer>();
    using var services = Services(context);
    var code = services.GetRequiredService<IMigrationsCodeGeneratorSelector>().Select("C#");
    var id = context.GetService<IMigrationsIdGenerator>().GenerateId(name);
    var space = $"NegotiationTracker.Data.Migrations.{part}";
    var snapshotName = $"{part}ContextModelSnapshot";
    var directory = Directory.CreateDirectory(Path.Combine(folder, "Migrations", part)).FullName;
    File.WriteAllText(Path.Combine(directory, $"{id}.cs"), code.GenerateMigration(space, name, differ.GetDifferences(before, model.GetRelationalModel()), differ.GetDifferences(model.GetRelationalModel(), before)));
    File.WriteAllText(Path.Combine(directory, $"{id}.Designer.cs"), code.GenerateMetadata(space, context.GetType(), name, id, model));
    File.WriteAllText(Path.Combine(directory, $"{snapshotName}.cs"), code.GenerateSnapshot(space, context.GetType(), snapshotName, model));
    Console.WriteLine($"{part}: {id}");
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
