using System.Diagnostics;
using System.Runtime.InteropServices;
using NegotiationTracker.LocalPostgres;

// A program that does nothing but use a private PostgreSQL, for tests to run twice at once, to interrupt and to kill.
// Prints "ready <port> <milliseconds>" and lets go when its standard input ends or at Ctrl+C.
using var interrupted = new CancellationTokenSource();
// Said outright, for a shell starts its background jobs with the signal ignored.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    interrupted.Cancel();
});
try
{
    var clock = Stopwatch.StartNew();
    await using var postgres = await LocalPostgres.StartAsync(new LocalPostgresOptions(args[0]) { Durable = !args.Contains("fast") }, log: null, CancellationToken.None);
    Console.WriteLine($"ready {postgres.Port} {clock.ElapsedMilliseconds}");
    // On a thread of its own: the console reads without heeding cancellation.
    await Task.WhenAny(Task.Run(Console.In.ReadToEnd, CancellationToken.None), Task.Delay(Timeout.Infinite, interrupted.Token));
}
catch (LocalPostgresException e)
{
    Console.WriteLine(e.Message);
    return 1;
}
return 0;
