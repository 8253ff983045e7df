using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NegotiationTracker.Data.Chronology;
using NegotiationTracker.Data.Dates;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Timeline.Downloads;

/// <summary>Entries as iCalendar (RFC 5545): a clock time as its instant, anything less precise as the days that it covers, and how well it is known in the description.</summary>
internal static class TimelineCalendar
{
    public static async Task WriteAsync(IAsyncEnumerable<TimelineEntry> entries, HttpContext http, CancellationToken ct)
    {
        var calendar = new Calendar { ProductId = "-//NegotiationTracker//Timeline//EN" };
        await foreach (var entry in entries.WithCancellation(ct))
            if (Event(entry, http.Request) is { } happening) calendar.Events.Add(happening);
        await http.Response.WriteAsync(new CalendarSerializer().SerializeToString(calendar) ?? "", Encoding.UTF8, ct);
    }

    // What never began and never ended has no place in a calendar.
    private static CalendarEvent? Event(TimelineEntry entry, HttpRequest request)
    {
        var date = Edtf.Parse(entry.Date);
        var (first, last) = (date.Days.First ?? date.Days.Last, date.Days.Last ?? date.Days.First);
        if (first is null || last is null) return null;
        var isClock = date.Precision == DatePrecision.Minute && !date.IsInterval;
        var page = $"{request.Scheme}://{request.Host}{Links.To(entry.RecordKind, entry.RecordSlug)}";
        return new CalendarEvent
        {
            Uid = $"{entry.Id:N}@{request.Host.Host}",
            DtStamp = new CalDateTime(entry.From.UtcDateTime, "UTC"),
            Start = isClock ? new CalDateTime(entry.At.UtcDateTime, "UTC") : new CalDateTime(first.Value),
            End = isClock || last == DateOnly.MaxValue ? null : new CalDateTime(last.Value.AddDays(1)),
            Summary = entry.Title,
            Description = string.Join("\n\n", new[] { entry.Summary, $"Time as known: {date.Short(entry.Zone)}{(entry.DateNote is null ? "" : $" ({entry.DateNote})")}", entry.Disputed ? "Sources disagree." : null, page }.OfType<string>()),
            Location = entry.Place,
            Url = new Uri(page),
            Categories = [Words.Of(entry.Kind)],
            Transparency = TransparencyType.Transparent,
        };
    }
}
