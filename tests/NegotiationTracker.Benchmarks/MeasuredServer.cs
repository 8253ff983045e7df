using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web;

namespace NegotiationTracker.Benchmarks;

/// <summary>
/// The program itself in a process of its own, with addresses through which a measurement approves drafts and reads the memory. The database comes
/// in the environment, as anybody's may.
/// </summary>
internal static class MeasuredServer
{
    public const string Command = "serve-measured";
    public const string Ready = "measured server ready at ";

    public static async Task<int> RunAsync()
    {
        var circuits = 0L;
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Name == "aspnetcore.components.circuit.active") listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref circuits, change));
        meters.Start();
        await using var app = await TrackerApp.BuildAsync(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning"], app =>
        {
            app.MapPost("/measured/approve/{reviewer:guid}/{first:guid}/{second:guid}", ApproveAsync).AllowAnonymous();
            app.MapGet("/measured/circuits", () => Interlocked.Read(ref circuits)).AllowAnonymous();
            app.MapGet("/measured/memory", Memory).AllowAnonymous();
        });
        await app.StartAsync();
        Console.WriteLine(Ready + app.Urls.Single());
        await app.WaitForShutdownAsync();
        return 0;
    }

    // The approval returns when COMMIT was answered: the moment that is measured from, taken in the process that committed.
    private static async Task<IResult> ApproveAsync(Guid reviewer, Guid first, Guid second, Drafts drafts, Reviews reviews)
    {
        var seen = new List<SeenDraft>();
        foreach (var id in new[] { first, second }) seen.Add(new SeenDraft(id, (await drafts.FindAsync(reviewer, id))!.Stamp));
        var called = DateTimeOffset.UtcNow;
        var outcome = await reviews.ApproveAsync(reviewer, seen);
        var committed = DateTimeOffset.UtcNow;
        return outcome is DeskOutcome.Done
            ? Results.Ok(new Approval(Milliseconds(called), Milliseconds(committed)))
            : Results.Conflict(outcome.ToString());
    }

    private static MemoryReading Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return new MemoryReading(GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }

    private static double Milliseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).TotalMilliseconds;
}

/// <summary>When a reviewer's approval was called and when it was committed, in milliseconds of the Unix epoch.</summary>
internal sealed record Approval(double Called, double Committed);

/// <summary>What the server holds after a full collection, in bytes.</summary>
/// <param name="Managed">Live objects.</param>
/// <param name="Resident">Pages of the process in memory.</param>
internal sealed record MemoryReading(long Managed, long Resident);
