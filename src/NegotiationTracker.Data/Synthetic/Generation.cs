using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Data.Search;
using Npgsql;

namespace NegotiationTracker.Data.Synthetic;

/// <summary>
/// Writes a made-up published record, for measuring: the same documents and ids for the same number and seed. All in one transaction: killed at any
/// moment, nothing has changed.
/// </summary>
/// <param name="owner">Connection string of the role that owns the tables.</param>
/// <param name="time">Clock.</param>
public sealed class Generation(string owner, TimeProvider time)
{
    /// <summary>The most timeline entries.</summary>
    public const int MaxEntries = 5_000_000;

    /// <summary>Who is said to have published what is shipped with the program.</summary>
    public const string ShippedAuthor = "first content";

    internal const string Author = "generate";

    // Long texts are compressed by the faster of PostgreSQL's two ways, where it was built with it.
    private const string Settings = """
        set local maintenance_work_mem = '512MB'; set local work_mem = '256MB';
        select set_config(name, 'lz4', true) from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals);
        """;

    // So many stretches are written ahead of the one that goes into the database, and no more are in memory.
    private const int Ahead = 2;

    /// <summary>Writes the record, unless it is there already or the database holds what people wrote.</summary>
    /// <param name="entries">Number of timeline entries, exactly.</param>
    /// <param name="seed">Decides everything else.</param>
    /// <param name="isSure">Whether to write beside what people wrote.</param>
    /// <param name="ct">Stops it; nothing has changed then.</param>
    public async Task<GenerationOutcome> RunAsync(int entries, int seed, bool isSure, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(entries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries, MaxEntries);
        var started = time.GetTimestamp();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { CommandTimeout = 0, SearchPath = "public", ApplicationName = "negotiationtracker generate" }.ConnectionString);
        var publisher = new Publisher(source, time);
        await using var work = await publisher.BeginAsync(ct);
        var connection = (NpgsqlConnection)work.Record.Database.GetDbConnection();
        var cast = new Cast(seed, entries);
        var sign = Cast.SignOf(cast.Mark);
        if (await work.Record.Slugs.AnyAsync(s => s.Kind == "processes" && s.Slug == sign, ct)) return new GenerationOutcome.Present();
        if (!isSure && await IsWrittenByPeopleAsync(work, ct)) return new GenerationOutcome.Refused();

        var now = await publisher.NowAsync(work, ct);
        await ExecuteAsync(connection, Settings, ct);
        // Few rows beside many are cheaper with the indexes in place.
        var indexes = await work.Record.Timeline.CountAsync(ct) <= 4L * entries ? await BulkIndexes.TakeOffAsync(connection, ct) : null;
        var rows = new SyntheticRows(cast, seed, string.Create(CultureInfo.InvariantCulture, $"generated: {entries} entries, seed {seed}"), now);
        var begun = time.GetTimestamp();
        var written = await WriteAsync(new BulkCopy(connection, indexes?.Fresh ?? new HashSet<string>(), work.Record, work.Desk), rows, cast, seed, entries, ct);
        var copied = time.GetElapsedTime(begun);
        await FinishAsync(connection, indexes, written.Records, now, ct);
        await work.Transaction.CommitAsync(ct);
        var took = time.GetElapsedTime(started);
        await VacuumAsync(source, ct);
        return new GenerationOutcome.Generated(written.Entries, written.Records.Count, copied, took, time.GetElapsedTime(started) - took);
    }

    /// <summary>Every document of a record, with who checks references; for tests.</summary>
    internal static IEnumerable<(IReadOnlyList<PublishItem> Items, SlugRegister Register)> Documents(int entries, int seed)
    {
        var cast = new Cast(seed, entries);
        yield return (cast.Items, SlugRegister.Of(new Dictionary<(string, string), Guid>(), cast.Items));
        var known = cast.Items.ToDictionary(i => (i.Document.Kind, i.Document.Slug), i => i.RecordId!.Value);
        for (var i = 0; i < Stretch.CountFor(entries); i++)
        {
            var items = Stretch.Write(cast, seed, i, entries);
            yield return (items, SlugRegister.Of(known, items));
        }
    }

    private static async Task<(int Entries, List<Guid> Records)> WriteAsync(BulkCopy copy, SyntheticRows rows, Cast cast, int seed, int entries, CancellationToken ct)
    {
        var place = copy.Rows();
        rows.AddTo(place, cast.Items, Cast.Part);
        copy.Write(place);
        var (written, records, next, count) = (0, cast.Items.Select(i => i.RecordId!.Value).ToList(), 0, Stretch.CountFor(entries));
        var (free, ahead) = (new Queue<BulkRows>([place]), new Queue<Task<(BulkRows Rows, List<Guid> Records)>>());
        try
        {
            FillAhead();
            while (ahead.Count > 0)
            {
                var stretch = await ahead.Dequeue();
                FillAhead();
                written += stretch.Rows.Count<TimelineEntry>();
                records.AddRange(stretch.Records);
                copy.Write(stretch.Rows);
                free.Enqueue(stretch.Rows);
                ct.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await Task.WhenAll(ahead).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        return (written, records);

        void FillAhead()
        {
            for (; ahead.Count < Ahead && next < count; next++)
            {
                var (number, filled) = (next, free.Count > 0 ? free.Dequeue() : copy.Rows());
                ahead.Enqueue(Task.Run(() => Fill(filled, number), ct));
            }
        }

        (BulkRows, List<Guid>) Fill(BulkRows filled, int number)
        {
            var items = Stretch.Write(cast, seed, number, entries);
            rows.AddTo(filled, items, Cast.Part + 1 + number);
            return (filled, items.ConvertAll(i => i.RecordId!.Value));
        }
    }

    /// <summary>What is done when the rows are there, in the transaction that wrote them: whatever is computed from many rows at once belongs here.</summary>
    private static async Task FinishAsync(NpgsqlConnection connection, BulkIndexes? indexes, List<Guid> records, DateTimeOffset now, CancellationToken ct)
    {
        if (indexes is null) await TimelineCounting.ApplyAsync(connection, [.. records], now, ct);
        else
        {
            // Nothing is known of rows that were never committed; counting millions of them needs a plan that fits.
            await ExecuteAsync(connection, $"analyze {RecordContext.Schema}.timeline_entries (record_kind, processes, parties, people, topics, until)", ct);
            await TimelineCounting.RebuildAsync(connection, ct);
            await indexes.PutBackAsync(connection, ct);
        }
        await SearchWord.AddAsync(connection, indexes is null ? [.. records] : null, ct);
        await ExecuteAsync(connection, $"notify {Publisher.Channel}, '*'", ct);
    }

    // Indexes answer alone only after a VACUUM, and that can't be done in a transaction. Whoever is killed here lacks statistics until PostgreSQL makes them itself.
    private static async Task VacuumAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var work = await PublishWork.BeginAsync(source, ct);
        var tables = Tables(work).ToList();
        await work.Transaction.CommitAsync(ct);
        await ExecuteAsync((NpgsqlConnection)work.Record.Database.GetDbConnection(), $"vacuum (analyze) {string.Join(", ", tables)}", ct);
    }

    private static IEnumerable<string> Tables(PublishWork work) =>
        work.Record.Model.GetEntityTypes().Append(work.Desk.Model.FindEntityType(typeof(Revision))!).Append(work.Desk.Model.FindEntityType(typeof(AuditLine))!).Select(e => $"{e.GetSchema()}.\"{e.GetTableName()}\"").Distinct();

    private static async Task<bool> IsWrittenByPeopleAsync(PublishWork work, CancellationToken ct) =>
        await work.Desk.Audit.AnyAsync(a => a.RecordId != null && a.Actor != Author && a.Actor != ShippedAuthor, ct) || await work.Desk.Drafts.AnyAsync(ct);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>What came of generating.</summary>
public abstract record GenerationOutcome
{
    private GenerationOutcome()
    {
    }

    /// <summary>It is there now.</summary>
    /// <param name="Entries">Timeline entries written.</param>
    /// <param name="Records">Records written.</param>
    /// <param name="Copied">What making the documents and writing all their rows took.</param>
    /// <param name="Took">From the beginning to the commit, indexes included.</param>
    /// <param name="Vacuumed">What VACUUM and ANALYZE took after it.</param>
    public sealed record Generated(int Entries, int Records, TimeSpan Copied, TimeSpan Took, TimeSpan Vacuumed) : GenerationOutcome;

    /// <summary>A record of that seed was there already; nothing has changed.</summary>
    public sealed record Present : GenerationOutcome;

    /// <summary>The database holds what people wrote; nothing has changed.</summary>
    public sealed record Refused : GenerationOutcome;
}
