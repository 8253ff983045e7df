using System.Globalization;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Web.Shared.Api;

/// <summary>Reads the parameters of a question to the API. A page leaves out what it can't use and says so; a program is told what is wrong and gets nothing else.</summary>
internal sealed class ApiQuery(IQueryCollection query)
{
    /// <summary>What can't be used, by parameter.</summary>
    public Dictionary<string, string[]> Faults { get; } = [];

    /// <summary>Whether a parameter says anything.</summary>
    public bool Has(string name) => query[name].ToString().Length > 0;

    /// <summary>A parameter as it was written.</summary>
    public string Text(string name) => query[name].ToString();

    /// <summary>A whole number.</summary>
    public int Number(string name, int least, int most, int otherwise)
    {
        if (!Has(name)) return otherwise;
        if (int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Faults[name] = [$"A whole number from {least} to {most}."];
        return otherwise;
    }

    /// <summary>A day, such as the one as known on which the record is asked for.</summary>
    public DateOnly? Day(string name)
    {
        if (!Has(name)) return null;
        if (DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue) return day;
        Faults[name] = ["A day, such as 2025-06-02."];
        return null;
    }

    /// <summary>A moment, UTC where it names no zone; without it there is a fault.</summary>
    public DateTimeOffset Moment(string name)
    {
        if (DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)) return moment;
        Faults[name] = ["A day or a moment in ISO 8601, such as 2025-06-02 or 2025-06-02T13:00:00Z."];
        return default;
    }

    /// <summary>One of the names of an enumeration, in any case.</summary>
    public T OneOf<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (!Has(name)) return otherwise;
        if (!int.TryParse(Text(name), out _) && Enum.TryParse<T>(Text(name), ignoreCase: true, out var value)) return value;
        Faults[name] = [$"One of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}."];
        return otherwise;
    }

    /// <summary>The filters of lists.</summary>
    /// <param name="except">Parameters that mean something else here.</param>
    public ListFilter Filter(params ReadOnlySpan<string> except)
    {
        var filter = ListFilter.Read(query);
        foreach (var notice in filter.Notices)
            if (!except.Contains(notice.Parameter)) Faults.TryAdd(notice.Parameter, [notice.Text]);
        if (filter.Kind is { } kind && Kinds.Find(kind) is null) Faults["kind"] = [$"There is no kind '{kind}'. One of {string.Join(", ", Kinds.All.Select(k => k.Key))}."];
        return filter;
    }
}
