using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Timeline.Charts;

/// <summary>Reads the charts of a selection of the timeline.</summary>
internal sealed class ChartsReader(IDbContextFactory<RecordContext> contexts)
{
    /// <summary>All charts of a selection.</summary>
    public async Task<TimelineCharts> ReadAsync(ListFilter filter, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return new TimelineCharts(
            await ContactCharts.ByKindAsync(context, filter, ct), await ContactCharts.ByPartyAsync(context, filter, ct), await ContactCharts.WhoMetWhomAsync(context, filter, ct),
            await PrisonerCharts.ReadAsync(context, filter, ct), await PromiseChart.ReadAsync(context, filter, ct));
    }
}

/// <summary>The charts of a selection.</summary>
internal sealed record TimelineCharts(BarChart ByKind, BarChart ByParty, ChartTable WhoMetWhom, IReadOnlyList<StepChart> Prisoners, BarChart Promises)
{
    /// <summary>Their tables, in the order of the page.</summary>
    public IEnumerable<ChartTable> Tables => [ByKind.Table, ByParty.Table, WhoMetWhom, .. Prisoners.Select(p => p.Table), Promises.Table];
}
