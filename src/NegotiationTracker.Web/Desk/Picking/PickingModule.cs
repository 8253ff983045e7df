using NegotiationTracker.Web.Desk.Rosters;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>What pickers and the roster's entry need.</summary>
internal static class PickingModule
{
    public static void AddPicking(this IServiceCollection services) => services
        .AddSingleton<RecordFinder>()
        .AddSingleton<RecordMaking>()
        .AddSingleton<RosterMatching>()
        .AddSingleton<LastRosters>();
}
