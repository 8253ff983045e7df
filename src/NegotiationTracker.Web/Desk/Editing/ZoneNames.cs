namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>Time zones to choose from: those of these talks first.</summary>
internal static class ZoneNames
{
    private static readonly string[] First = ["Europe/Istanbul", "Europe/Kyiv", "Europe/Moscow", "Asia/Riyadh", "America/New_York", "Asia/Dubai", "Europe/London", "Europe/Rome", "Europe/Zurich", "UTC"];

    /// <summary>IANA names.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. First.Concat(TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && z.Id.Contains('/', StringComparison.Ordinal)).Select(z => z.Id).Order(StringComparer.Ordinal)).Where(Data.Dates.Zones.IsKnown).Distinct()];
}
