using NegotiationTracker.Data.Editorial;

namespace NegotiationTracker.Web.Imports;

/// <summary>The command <c>import</c>: all documents of a path or none, and a report of every fault by file, row, field and reason.</summary>
internal static class ImportCommand
{
    private const int MaxShown = 200;

    /// <summary>Reads, checks and publishes; with <paramref name="dryRun"/> the same without writing.</summary>
    /// <returns>0 when everything was (or would be) taken, 1 otherwise.</returns>
    public static async Task<int> RunAsync(Publisher publisher, string path, bool dryRun, string author, TextWriter output, CancellationToken ct)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            await output.WriteLineAsync($"There is no file or directory '{path}'.");
            return 1;
        }
        var batch = ImportFile.Read(path);
        // Even when a file can't be read, the others are checked, so that one run shows all that is to be mended.
        var outcome = await publisher.PublishAsync(batch.Documents, author, $"import of {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}", dryRun || batch.Faults.Count > 0, ct);
        var faults = batch.Faults.ToList();
        if (outcome is PublishOutcome.Refused refused) faults.AddRange(refused.Faults.Select(f => Placed(batch, f)));
        if (faults.Count > 0)
        {
            foreach (var fault in faults.Take(MaxShown)) await output.WriteLineAsync(fault.ToString());
            if (faults.Count > MaxShown) await output.WriteLineAsync($"... and {faults.Count - MaxShown} more.");
            await output.WriteLineAsync($"Nothing was published: {faults.Count} faults in {batch.Documents.Count} readable documents.");
            return 1;
        }
        var published = (PublishOutcome.Published)outcome;
        await output.WriteLineAsync($"{(dryRun ? "Would publish" : "Published")}: {published.Created} new, {published.Amended} amended, {published.Unchanged} unchanged.");
        return 0;
    }

    private static ImportFault Placed(ImportBatch batch, DocumentFault fault)
    {
        var (file, row) = batch.PlaceOf(fault.Row);
        return new ImportFault(file, row, fault.Field, $"{fault.Reason} ({fault.Kind}/{fault.Slug})");
    }
}
