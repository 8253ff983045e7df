using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Desk.Rosters;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>What pickers and the roster's entry need: of a circuit's own, because they see drafts for as long as its editor may.</summary>
internal static class PickingModule
{
    public static void AddPicking(this IServiceCollection services) => services
        .AddScoped(p => new RecordFinder(p.GetRequiredService<IDbContextFactory<RecordContext>>(), p.GetRequiredService<IDbContextFactory<DeskContext>>(), p.GetRequiredService<EditorAccount>().IsThereAsync))
        .AddScoped<RecordMaking>()
        .AddScoped<RosterMatching>()
        .AddScoped(p => new LastRosters(p.GetRequiredService<IDbContextFactory<RecordContext>>(), p.GetRequiredService<IDbContextFactory<DeskContext>>(), p.GetRequiredService<RosterMatching>(), p.GetRequiredService<EditorAccount>().IsThereAsync));
}
