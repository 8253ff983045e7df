using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using Npgsql;
using Xunit;
using Record = NegotiationTracker.Data.Records.Record;

namespace NegotiationTracker.Tests.Timeline;

/// <summary>Thousands of entries of random kinds, people, places and dates in a database, and the same in memory to hold every answer against.</summary>
public sealed class RandomTimeline(TestDatabases databases) : IAsyncLifetime
{
    private static readonly string[] RecordKinds = ["talks", "talks", "talks", "talks", "statements", "statements", "exchanges", "proposals", "incidents"];
    private static readonly string[] Parties = ["ukraine", "ukraine", "ukraine", "russia", "russia", "turkiye", "united-states", "vatican"];
    private static readonly string[] Topics = ["prisoners", "ceasefire", "bodies", "territory"];
    private static readonly string?[] Zones = [null, "Europe/Kyiv", "America/New_York", "Asia/Tokyo"];

    public TestDatabase Database { get; private set; } = null!;

    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    public IDbContextFactory<RecordContext> Contexts => new Factory(Database.ReaderOptions);

    public async ValueTask InitializeAsync()
    {
        Database = await databases.CreateAsync();
        var random = new Random(20261123);
        await using (var context = new RecordContext(Database.RecordOptions))
        {
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            var records = RecordKinds.Distinct().ToDictionary(k => k, k => new Record { Id = Guid.CreateVersion7(), Kind = k, Slug = $"some-{k}", Title = $"Some {k}", ContentHash = new string('0', 64), Document = "{}" });
            context.AddRange(records.Values);
            for (var i = 0; i < 7_000; i++) context.Add(Entry(random, records));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await using (var connection = new NpgsqlConnection(Database.OwnerConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await TimelineCounting.RebuildAsync(connection, TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }
        await using var reader = new RecordContext(Database.ReaderOptions);
        Entries = await reader.Timeline.AsNoTracking().OrderBy(e => e.Number).ToListAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static TimelineEntry Entry(Random random, Dictionary<string, Record> records)
    {
        var record = records[RecordKinds[random.Next(RecordKinds.Length)]];
        // Much on a few days, as in negotiations; some of it around midnight and the turn of a month.
        var day = random.Next(3) == 0 ? new DateOnly(2025, 5, 30).AddDays(random.Next(4)) : new DateOnly(2019, 1, 1).AddDays(random.Next(3_000));
        var zone = Zones[random.Next(Zones.Length)];
        var date = Edtf.Parse(random.Next(20) switch
        {
            0 => $"{day:yyyy-MM}",
            1 => $"{day:yyyy}",
            2 => $"{day:yyyy-MM-dd}/{day.AddDays(random.Next(1, 400)):yyyy-MM-dd}",
            3 => $"{day:yyyy-MM-dd}/..",
            4 => $"{day:yyyy-MM-dd}~",
            5 => $"../{day:yyyy-MM-dd}",
            6 => $"{day:yyyy-MM}%",
            7 => $"{day.Year / 10}X",
            8 => $"{day:yyyy-MM-dd}T00:00{(zone is null ? "Z" : "")}",
            9 => $"{day:yyyy-MM-dd}T23:{random.Next(60):00}{(zone is null ? "Z" : "")}/{day.AddDays(1):yyyy-MM-dd}T00:{random.Next(60):00}{(zone is null ? "Z" : "")}",
            < 17 => $"{day:yyyy-MM-dd}T{random.Next(24):00}:{random.Next(60):00}{(zone is null ? "Z" : "")}",
            _ => $"{day:yyyy-MM-dd}",
        });
        var (at, till) = date.OnAxis(zone);
        // Some in the last and the first moment of a day: what is known on a day is decided there.
        var published = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(random.Next(20)).Add(random.Next(3) switch { 0 => TimeSpan.Zero, 1 => TimeSpan.FromHours(12), _ => TimeSpan.FromDays(1) - TimeSpan.FromMicroseconds(1) });
        return new TimelineEntry
        {
            Id = Guid.CreateVersion7(), RecordId = record.Id, RecordKind = record.Kind, RecordSlug = record.Slug, Kind = EntryKind.Meeting, Date = date.Text, Zone = zone, Day = (date.Days.First ?? date.Days.Last)!.Value,
            LastDay = (date.Days.Last ?? date.Days.First)!.Value, At = at!.Value, Till = till, Title = $"Entry {random.Next(1000)}", Importance = (short)random.Next(1, 6), Disputed = random.Next(5) == 0,
            Place = random.Next(3) == 0 ? "Istanbul" : random.Next(3) == 0 ? "Kyiv" : null, Parties = Some(random, Parties, 3), People = Some(random, [.. Enumerable.Range(0, 40).Select(p => $"person-{p * p % 37}")], 2),
            Topics = Some(random, Topics, 2), Processes = ["russia-ukraine-2025"], Sources = ["some-source"], From = published, Until = random.Next(10) == 0 ? published.AddDays(random.Next(1, 15)) : null,
        };
    }

    private static string[] Some(Random random, string[] all, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => all[random.Next(all.Length)]).Distinct()];

    private sealed class Factory(DbContextOptions<RecordContext> options) : IDbContextFactory<RecordContext>
    {
        public RecordContext CreateDbContext() => new(options);
    }
}
