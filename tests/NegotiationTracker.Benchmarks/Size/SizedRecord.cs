using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NegotiationTracker.LocalPostgres;
using PrivatePostgres = NegotiationTracker.LocalPostgres.LocalPostgres;

namespace NegotiationTracker.Benchmarks.Size;

/// <summary>A made-up record of some size in a home of its own, its PostgreSQL, and a node that serves it.</summary>
internal sealed class SizedRecord : IAsyncDisposable
{
    private readonly PrivatePostgres _postgres;

    private SizedRecord(int entries, PrivatePostgres postgres, MeasuredProgram program)
    {
        Entries = entries;
        _postgres = postgres;
        Program = program;
    }

    public int Entries { get; }

    public string Owner => _postgres.ConnectionString;

    public MeasuredProgram Program { get; }

    /// <summary>The size as people write it.</summary>
    public string Size => Figures.Short(Entries);

    /// <summary>Makes the record where it is not there yet, and starts its server and a node.</summary>
    public static async Task<SizedRecord> OpenAsync(string homes, int entries)
    {
        var home = Path.Combine(homes, entries.ToString(CultureInfo.InvariantCulture));
        // Held while the command runs, so that it joins this server and does not start and stop one for itself.
        var postgres = await PrivatePostgres.StartAsync(new LocalPostgresOptions(home), null, CancellationToken.None);
        try
        {
            Console.WriteLine($"{Figures.Short(entries),-6} {await MeasuredProgram.GenerateAsync(home, entries)}");
            return new SizedRecord(entries, postgres, await MeasuredProgram.StartAsync(postgres.ConnectionString));
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>The most frequent choice of a filter.</summary>
    /// <param name="counts">Name of the filter's counts.</param>
    public async Task<string> GreatestAsync(string counts)
    {
        var answer = await Program.Client.GetFromJsonAsync<JsonObject>("/api/v1/timeline/counts");
        return (string)answer![counts]![0]!["key"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        await _postgres.DisposeAsync();
    }
}
