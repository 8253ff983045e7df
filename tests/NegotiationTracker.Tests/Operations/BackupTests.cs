using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Operations;
using NegotiationTracker.Web.Operations.Backups;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Operations;

public sealed class BackupTests(TestDatabases databases) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nt-backup-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Archive => Path.Combine(_folder, "record.backup");

    [Fact]
    public async Task What_was_backed_up_is_there_after_a_restore_row_for_row_and_verified()
    {
        await using var from = await FilledAsync();
        (await Backup.MakeAsync(from.OwnerConnectionString, null, Archive, TextWriter.Null, Stop)).ShouldBe(0);
        await using var to = await databases.CreateAsync();
        await using (var target = await OpenAsync(to)) (await Restore.RunAsync(target, null, Archive, TextWriter.Null, Stop)).ShouldBe(0);

        (await TablesAsync(to)).ShouldBe(await TablesAsync(from));
        (await new Verification(to.Desk).RunAsync(Stop)).Findings.ShouldBeEmpty();
        // The restored database lives: it is published into, its counters go on, and its history stays append-only.
        (await new Publisher(to.Desk, TimeProvider.System).PublishAsync([Samples.Talks(title: "After the restore")], "editor", null, ct: Stop)).ShouldBeOfType<PublishOutcome.Published>();
        await TestDatabase.RefusalAsync(to.Owner, "update desk.revisions set comment = 'x'");
        await TestDatabase.RefusalAsync(to.Reader, "select count(*) from desk.drafts");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Archive).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(_folder).ShouldBe([Archive], "nothing half made is left");
    }

    [Fact]
    public async Task A_file_with_one_byte_changed_is_refused_before_anything_is_touched()
    {
        await using var from = await FilledAsync();
        await Backup.MakeAsync(from.OwnerConnectionString, null, Archive, TextWriter.Null, Stop);
        var bytes = await File.ReadAllBytesAsync(Archive, Stop);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Archive, bytes, Stop);
        await RefusedAsync("no whole backup");
        await File.WriteAllBytesAsync(Archive, bytes[..(bytes.Length / 3)], Stop);
        await RefusedAsync("no whole backup");
    }

    [Fact]
    public async Task A_database_that_holds_something_is_refused_and_stays_as_it_is()
    {
        await using var from = await FilledAsync();
        await Backup.MakeAsync(from.OwnerConnectionString, null, Archive, TextWriter.Null, Stop);
        var before = await TablesAsync(from);
        await using var target = await OpenAsync(from);
        (await Should.ThrowAsync<BackupException>(() => Restore.RunAsync(target, null, Archive, TextWriter.Null, Stop))).Message.ShouldContain("not empty");
        (await TablesAsync(from)).ShouldBe(before);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await File.WriteAllTextAsync(Archive, "precious", Stop);
        await using var from = await databases.CreateAsync();
        (await Should.ThrowAsync<BackupException>(() => Backup.MakeAsync(from.OwnerConnectionString, null, Archive, TextWriter.Null, Stop))).Message.ShouldContain("there already");
        (await File.ReadAllTextAsync(Archive, Stop)).ShouldBe("precious");
    }

    [Fact]
    public async Task A_backup_while_somebody_publishes_is_of_one_moment()
    {
        await using var from = await FilledAsync();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var publisher = new Publisher(from.Desk, TimeProvider.System);
        var publishing = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++) await publisher.PublishAsync([Samples.Talks(title: $"Title {i}")], "editor", null, ct: Stop);
        }, Stop);
        await Backup.MakeAsync(from.OwnerConnectionString, null, Archive, TextWriter.Null, Stop);
        await enough.CancelAsync();
        await publishing;
        await using var to = await databases.CreateAsync();
        await using var target = await OpenAsync(to);
        (await Restore.RunAsync(target, null, Archive, TextWriter.Null, Stop)).ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task RefusedAsync(string why)
    {
        await using var to = await databases.CreateAsync();
        var before = await TablesAsync(to);
        await using var target = await OpenAsync(to);
        (await Should.ThrowAsync<BackupException>(() => Restore.RunAsync(target, null, Archive, TextWriter.Null, Stop))).Message.ShouldContain(why);
        (await TablesAsync(to)).ShouldBe(before);
    }

    private async Task<TestDatabase> FilledAsync()
    {
        var database = await databases.CreateAsync();
        var publisher = new Publisher(database.Desk, TimeProvider.System);
        await publisher.PublishAsync([.. Samples.All, Samples.Talks("talks-2", "Others")], "editor", null, ct: Stop);
        await publisher.PublishAsync([Samples.Talks(title: "Second reading")], "editor", "better", ct: Stop);
        await publisher.RetractAsync("talks", "talks-2", "Counted twice.", "editor", Stop);
        return database;
    }

    private static Task<TrackerDatabase> OpenAsync(TestDatabase database) =>
        TrackerDatabase.OpenAsync(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("ConnectionStrings:Tracker", database.OwnerConnectionString)]).Build(), NullLogger.Instance, Stop);

    private static async Task<List<BackupTable>> TablesAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        return await BackupManifest.TablesAsync(connection, Stop);
    }
}
