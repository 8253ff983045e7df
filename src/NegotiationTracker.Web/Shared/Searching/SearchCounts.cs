namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>How many records a query finds, by kind. Of very many the numbers are the least that there are.</summary>
/// <param name="ByKind">Number by key of the kind; kinds without a hit are not there.</param>
/// <param name="IsExact">Whether all were counted.</param>
public sealed record SearchCounts(IReadOnlyDictionary<string, int> ByKind, bool IsExact)
{
    /// <summary>Nothing was found.</summary>
    public static readonly SearchCounts None = new(new Dictionary<string, int>(), true);

    /// <summary>Of all kinds.</summary>
    public int Total => ByKind.Values.Sum();
}
