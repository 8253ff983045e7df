using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;

namespace NegotiationTracker.Web.Desk.Home;

/// <summary>With what a new draft begins: the negotiation process that its editor worked on last, or the one to which most of the record belongs.</summary>
internal sealed class Beginnings(Drafts drafts, IDbContextFactory<DeskContext> desk, IDbContextFactory<RecordContext> records)
{
    /// <summary>Begins a draft of a kind.</summary>
    public async Task<DeskOutcome> BeginAsync(Guid account, string kind, CancellationToken ct = default)
    {
        var seed = new JsonObject();
        if (Kinds.Find(kind) is { Key: not ("processes" or "sources") } && await ProcessesAsync(account, ct) is { Count: > 0 } processes) seed["processes"] = processes;
        return await drafts.CreateAsync(account, kind, seed, ct);
    }

    private async Task<JsonArray?> ProcessesAsync(Guid account, CancellationToken ct)
    {
        await using var desks = await desk.CreateDbContextAsync(ct);
        var last = await desks.Drafts.Where(d => d.SavedBy == account && d.Kind != "processes" && d.Kind != "sources").OrderByDescending(d => d.SavedAt).Select(d => d.Document).FirstOrDefaultAsync(ct);
        if (last is not null && JsonNode.Parse(last)?["processes"] is JsonArray { Count: > 0 } processes) return (JsonArray)processes.DeepClone();
        await using var record = await records.CreateDbContextAsync(ct);
        var most = await record.Records.Where(r => r.Kind == "processes" && r.Document != null)
            .OrderByDescending(p => record.Records.Count(r => r.Processes.Contains(p.Slug))).ThenBy(p => p.Slug).Select(p => p.Slug).FirstOrDefaultAsync(ct);
        return most is null ? null : [most];
    }
}
