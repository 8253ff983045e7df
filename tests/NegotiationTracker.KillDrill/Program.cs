using System.Globalization;
using NegotiationTracker.KillDrill;

// dotnet run --project tests/NegotiationTracker.KillDrill [moments] [seed]
// Kills the program and its PostgreSQL with SIGKILL, in turns, at random moments while drafts are saved, and looks each time whether everything
// that was acknowledged is there, whole. Linux only: it finds the server's process through /proc.
if (args is ["serve", var owner]) return await DrillServer.RunAsync(owner);
var moments = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.TickCount;
Console.WriteLine($"{moments} kills, seed {seed}");
var report = await Drill.RunAsync(moments, seed, Console.Out, CancellationToken.None);
Console.WriteLine(report);
return report.Lost.Count == 0 ? 0 : 1;
