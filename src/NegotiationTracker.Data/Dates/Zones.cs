namespace NegotiationTracker.Data.Dates;

/// <summary>Time zones by their IANA names.</summary>
public static class Zones
{
    /// <summary>Whether there is such a zone.</summary>
    public static bool IsKnown(string iana) =>
        iana.Length <= 60 && (iana.Contains('/') || iana == "UTC") && TimeZoneInfo.TryFindSystemTimeZoneById(iana, out _);

    /// <summary>The zone for people: <c>Europe/Istanbul</c> gives "Istanbul time".</summary>
    public static string Words(string iana)
    {
        var place = iana[(iana.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return place switch { "UTC" => "UTC", "Kiev" => "Kyiv time", _ => $"{place} time" };
    }
}
