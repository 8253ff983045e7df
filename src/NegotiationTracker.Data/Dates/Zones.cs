using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace NegotiationTracker.Data.Dates;

/// <summary>IANA time zones (<see href="https://www.iana.org/time-zones"/>) by their area and location: <c>Europe/Istanbul</c>, or <c>UTC</c>.</summary>
public static partial class Zones
{
    private const string Utc = "UTC";

    /// <summary>
    /// True for a zone of a place that this system knows, and for <c>UTC</c>. Names that are no place's (Windows names, <c>EST</c>,
    /// <c>Etc/GMT+3</c>, which means UTC−3) are not known, so that nobody enters one by mistake.
    /// </summary>
    /// <param name="iana">The name as IANA spells it, capitals included.</param>
    public static bool IsKnown([NotNullWhen(true)] string? iana) => Find(iana) is not null;

    /// <summary>The zone's clock for people: "Istanbul time", "New York time", "UTC"; a name that is not known comes back as it is.</summary>
    /// <param name="iana">The zone.</param>
    public static string Words(string iana) => Find(iana) is { } zone ? Words(zone) : iana;

    internal static string Words(TimeZoneInfo zone) => zone.Id switch
    {
        Utc => Utc,
        // The spelling before 2022, still in use where an old system wrote the name.
        "Europe/Kiev" => "Kyiv time",
        var id => $"{id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ')} time",
    };

    /// <returns>Null when there is no such zone.</returns>
    internal static TimeZoneInfo? Find(string? iana)
    {
        if (iana is Utc) return TimeZoneInfo.Utc;

        // The shape keeps paths and the system's other files (posix/, right/ with its leap seconds) away from the file system.
        if (iana is not { Length: <= 64 } || !PlaceShape().IsMatch(iana)) return null;

        return TimeZoneInfo.TryFindSystemTimeZoneById(iana, out var zone) ? zone : null;
    }

    [GeneratedRegex(
        @"\A(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(/[A-Z][A-Za-z]*([_-][A-Za-z]+)*){1,2}\z",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex PlaceShape();
}
