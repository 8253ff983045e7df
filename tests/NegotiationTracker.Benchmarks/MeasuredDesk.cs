using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.LocalPostgres;
using Npgsql;
using PrivatePostgres = NegotiationTracker.LocalPostgres.LocalPostgres;

namespace NegotiationTracker.Benchmarks;

/// <summary>A private PostgreSQL in a folder of its own, and the desk's work on it that a measurement needs and does not measure.</summary>
internal sealed class MeasuredDesk : IAsyncDisposable
{
    public const string Password = "quiet harbour lantern seventeen";

    private readonly string _home;
    private readonly PrivatePostgres _postgres;
    private readonly NpgsqlDataSource _desk;

    private MeasuredDesk(string home, PrivatePostgres postgres)
    {
        _home = home;
        _postgres = postgres;
        _desk = NpgsqlDataSource.Create(DatabaseRoles.DeskConnectionString(postgres.ConnectionString));
        Drafts = new Drafts(_desk, TimeProvider.System);
        Publisher = new Publisher(_desk, TimeProvider.System);
        Reviews = new Reviews(_desk, Publisher, TimeProvider.System);
    }

    public string Owner => _postgres.ConnectionString;

    public Drafts Drafts { get; }

    public Publisher Publisher { get; }

    public Reviews Reviews { get; }

    public static async Task<MeasuredDesk> StartAsync()
    {
        var home = Directory.CreateTempSubdirectory("nt-bench-").FullName;
        return new MeasuredDesk(home, await PrivatePostgres.StartAsync(new LocalPostgresOptions(home), null, CancellationToken.None));
    }

    public static string Email(string name) => $"{name}@example.org";

    /// <summary>A new account.</summary>
    public async Task<Guid> AccountAsync(string name, string role)
    {
        var email = Email(name);
        await MeasuredProgram.AddUserAsync(Owner, email, role, Password);
        await using var context = new DeskContext(new DbContextOptionsBuilder<DeskContext>().UseNpgsql(_desk).Options);
        return await context.Accounts.Where(a => a.Email == email).Select(a => a.Id).SingleAsync();
    }

    /// <summary>A new draft.</summary>
    public async Task<Guid> DraftAsync(Guid account, string kind, JsonObject document) => Done(await Drafts.CreateAsync(account, kind, document)).Id;

    /// <summary>The draft, where the desk did what was asked.</summary>
    public static Draft Done(DeskOutcome outcome) => outcome switch
    {
        DeskOutcome.Done done => done.Draft,
        DeskOutcome.Refused refused => throw new InvalidOperationException(string.Join(' ', refused.Faults)),
        _ => throw new InvalidOperationException(outcome.ToString()),
    };

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _postgres.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }
}
