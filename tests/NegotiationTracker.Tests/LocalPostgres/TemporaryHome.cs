using NegotiationTracker.LocalPostgres;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.PrivatePostgres;

/// <summary>A home of a test's own, open to the user that the server runs as; gone, with its server, when the test ends.</summary>
internal sealed class TemporaryHome : IAsyncDisposable
{
    public TemporaryHome(string? path = null)
    {
        Path = path ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"nt-home-{Guid.NewGuid():n}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Place => System.IO.Path.Combine(Path, "postgres");

    public string Data => System.IO.Path.Combine(Place, "data");

    public string PidFile => System.IO.Path.Combine(Data, "postmaster.pid");

    /// <summary>Not durable: these clusters live for seconds.</summary>
    public LocalPostgresOptions Options => new(Path) { Durable = false };

    public Task<LocalPostgres.LocalPostgres> StartAsync(LocalPostgresOptions? options = null) =>
        LocalPostgres.LocalPostgres.StartAsync(options ?? Options, log: null, TestContext.Current.CancellationToken);

    /// <summary>A start that must fail with one line.</summary>
    public async Task<string> RefusalAsync(LocalPostgresOptions? options = null)
    {
        var refused = await Should.ThrowAsync<LocalPostgresException>(() => StartAsync(options));
        refused.Message.ShouldNotContain('\n');
        return refused.Message;
    }

    public int? RunningPid() => PostmasterPid.RunningOn(Data)?.Pid;

    public static async Task<object?> AskAsync(LocalPostgres.LocalPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends a process that this test started, as a power cut would.</summary>
    public static async Task KillAsync(int pid)
    {
        await Command.RunAsync("kill", ["-9", $"{pid}"], "/", CancellationToken.None);
        while (await IsThereAsync(pid)) await Task.Delay(10);
    }

    private static async Task<bool> IsThereAsync(int pid)
    {
        try
        {
            return (await File.ReadAllTextAsync($"/proc/{pid}/cmdline")).Length > 0;
        }
        catch (IOException)
        {
            // It went between the opening and the reading.
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (RunningPid() is { } pid) await KillAsync(pid);
        for (var attempt = 0; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (attempt < 50)
            {
                await Task.Delay(50);
            }
        }
    }
}
