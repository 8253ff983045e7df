using System.Runtime;
using NegotiationTracker.Data.Synthetic;

namespace NegotiationTracker.Web.Operations;

/// <summary>The command <c>generate</c>: a made-up record for measuring.</summary>
internal static class GenerateCommand
{
    /// <summary>Writes it and says how fast.</summary>
    /// <returns>0 when it is there, 1 otherwise.</returns>
    public static async Task<int> RunAsync(string owner, int entries, int seed, bool isSure, TextWriter output, CancellationToken ct)
    {
        if (entries is < 1 or > Generation.MaxEntries)
        {
            await output.WriteLineAsync($"--entries is a number from 1 to {Generation.MaxEntries:N0}.");
            return 1;
        }
        // One long stretch of work: collecting beside it would only take a core from it.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        switch (await new Generation(owner, TimeProvider.System).RunAsync(entries, seed, isSure, ct))
        {
            case GenerationOutcome.Generated done:
                await output.WriteLineAsync($"Wrote {done.Entries:N0} timeline entries in {done.Records:N0} records in {done.Copied.TotalSeconds:0.0} s: {done.Entries / done.Copied.TotalSeconds:N0} entries a second. Counted, indexed and committed after {done.Took.TotalSeconds:0.0} s; VACUUM and ANALYZE took another {done.Vacuumed.TotalSeconds:0.0} s.");
                return 0;
            case GenerationOutcome.Present:
                await output.WriteLineAsync($"A record of seed {seed} is there already: nothing was changed.");
                return 0;
            default:
                await output.WriteLineAsync("Nothing was generated: this database holds records or drafts that people wrote, and made-up ones would stand among them for ever. Use another database, or say --yes.");
                return 1;
        }
    }
}
