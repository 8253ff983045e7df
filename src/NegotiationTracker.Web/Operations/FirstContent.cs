using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Synthetic;
using NegotiationTracker.Web.Imports;

namespace NegotiationTracker.Web.Operations;

/// <summary>Fills an empty record with the shipped content named by <c>Tracker:Content</c> at the first start.</summary>
internal static class FirstContent
{
    private const string Default = "istanbul-2025";

    public static async Task LoadAsync(TrackerDatabase database, IConfiguration configuration, ILogger log, CancellationToken ct)
    {
        var name = configuration["Tracker:Content"] is { Length: > 0 } said ? said : Default;
        if (name == "none" || !await IsEmptyAsync(database, ct)) return;
        var folder = Path.Combine(AppContext.BaseDirectory, "Content", name);
        if (name.IndexOfAny(['/', '\\', '.']) >= 0 || !Directory.Exists(folder))
            throw new ContentException($"There is no shipped content '{name}': set Tracker:Content to {string.Join(" or ", Shipped())}, or to none for an empty record.");
        var batch = ImportFile.Read(folder);
        var outcome = batch.Faults.Count > 0 ? null : await new Publisher(database.Desk, TimeProvider.System).PublishAsync(batch.Documents, Generation.ShippedAuthor, $"first content {name}", ct: ct);
        if (outcome is not PublishOutcome.Published published)
        {
            var first = outcome is PublishOutcome.Refused refused ? refused.Faults[0].ToString() : batch.Faults[0].ToString();
            throw new ContentException($"The shipped content '{name}' does not fit this version: {first}");
        }
        log.LogInformation("Published the first content '{Content}': {Records} records.", name, published.Created);
    }

    private static async Task<bool> IsEmptyAsync(TrackerDatabase database, CancellationToken ct)
    {
        await using var context = new RecordContext(new DbContextOptionsBuilder<RecordContext>().UseNpgsql(database.Desk).Options);
        return !await context.Records.AnyAsync(ct);
    }

    private static IEnumerable<string> Shipped()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Content");
        return Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)).Order() : [];
    }
}

/// <summary>The shipped content can't be loaded; the message says why in one line.</summary>
internal sealed class ContentException(string message) : Exception(message);
