using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace NegotiationTracker.LocalPostgres;

/// <summary>Provisional: starts a cluster with the binaries of Debian.</summary>
public sealed record LocalPostgresOptions(string Home)
{
    /// <summary>Database.</summary>
    public string Database { get; init; } = "tracker";

    /// <summary>Durable.</summary>
    public bool Durable { get; init; } = true;
}

/// <summary>Provisional.</summary>
public sealed class LocalPostgresException(string message) : Exception(message);

/// <summary>Provisional.</summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private readonly string _data;
    private readonly string _password;
    private readonly string _database;

    private LocalPostgres(string data, int port, string password, string database)
    {
        _data = data;
        Port = port;
        _password = password;
        _database = database;
    }

    /// <summary>Port.</summary>
    public int Port { get; }

    /// <summary>Connection string.</summary>
    public string ConnectionString => ConnectionStringFor(_database);

    /// <summary>Connection string.</summary>
    public string ConnectionStringFor(string database) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Username = "postgres", Password = _password, Database = database }.ConnectionString;

    /// <summary>Starts.</summary>
    public static async Task<LocalPostgres> StartAsync(LocalPostgresOptions options, ILogger? log, CancellationToken ct)
    {
        var data = Path.Combine(options.Home, "postgres", "data");
        var secret = Path.Combine(options.Home, "postgres", "password");
        Directory.CreateDirectory(Path.Combine(options.Home, "postgres"));
        if (!File.Exists(secret)) await File.WriteAllTextAsync(secret, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), ct);
        var password = await File.ReadAllTextAsync(secret, ct);
        await RunAsync("chown", ["-R", "postgres", Path.Combine(options.Home, "postgres")], ct);
        if (!Directory.Exists(data)) await RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "initdb", "-D", data, "-U", "postgres", "-A", "scram-sha-256", $"--pwfile={secret}", "-E", "UTF8", "--locale=C.UTF-8"], ct);
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        await RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "pg_ctl", "-D", data, "-w", "-l", Path.Combine(options.Home, "postgres", "log"), "-o", $"-p {port.ToString(CultureInfo.InvariantCulture)} -c listen_addresses=127.0.0.1 -c unix_socket_directories={data}", "start"], ct);
        var postgres = new LocalPostgres(data, port, password, options.Database);
        await using var connection = new NpgsqlConnection(postgres.ConnectionStringFor("postgres"));
        await connection.OpenAsync(ct);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = options.Database } } };
        if (await exists.ExecuteScalarAsync(ct) is null)
        {
            await using var create = new NpgsqlCommand($"create database \"{options.Database}\"", connection);
            await create.ExecuteNonQueryAsync(ct);
        }
        return postgres;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "pg_ctl", "-D", _data, "-m", "fast", "stop"], CancellationToken.None);

    private static async Task RunAsync(string file, string[] args, CancellationToken ct)
    {
        var start = new ProcessStartInfo(file, args) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new LocalPostgresException($"{file} {string.Join(' ', args)} ended with {process.ExitCode}.");
    }
}
