using NegotiationTracker.Web.Shared.Api;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using Npgsql;

namespace NegotiationTracker.Web.Timeline.Window;

/// <summary>When a ceasefire was in force.</summary>
/// <param name="Record">Its record.</param>
/// <param name="From">From when, UTC.</param>
/// <param name="Till">Till when, UTC; empty while it lasts.</param>
internal readonly record struct Truce(Guid Record, DateTimeOffset From, DateTimeOffset? Till);

/// <summary>
/// Ceasefires that lie over a window. When each was in force is kept in memory until something is published, for each choice of filters, and of those
/// that were shown what is said of them.
/// </summary>
/// <param name="publications">What this node knows to be public.</param>
/// <param name="time">Clock.</param>
/// <param name="mostKept">With more of them each window is asked for on its own.</param>
internal sealed class KeptCeasefires(Publications publications, TimeProvider time, int mostKept = KeptCeasefires.UsuallyKept)
{
    /// <summary>The most that are shown. Of more those in force and the longest are to be seen.</summary>
    public const int MostShown = 16;

    private const int UsuallyKept = 20_000;
    private const int MostChoices = 40;
    private const int MostSaid = 10_000;

    private readonly KeptUntilPublished<(string? Process, string? Party, string? Person, string? Topic), Truce[]> _kept = new(publications, time, MostChoices);
    private readonly KeptUntilPublished<(Guid Record, DateTimeOffset From), OnceWritten<WindowSpan>> _said = new(publications, time, MostSaid);

    /// <summary>Reads the ceasefires over a window; none where its filters leave none to see.</summary>
    public async Task<IEnumerable<OnceWritten<WindowSpan>>> ReadAsync(NpgsqlConnection connection, WindowQuestion question, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var filter = question.Filter;
        // Spans are those of now; on a past day the entries alone are sure.
        if (question.AsOf is not null || filter.Kind is not (null or "ceasefires")) return [];
        var choice = (filter.Process, filter.Party, filter.Person, filter.Topic);
        var all = await _kept.GetAsync(choice, () => WindowSpans.TrucesAsync(connection, filter, mostKept + 1, ct));
        if (all.Length > mostKept) return (await WindowSpans.CeasefiresAsync(connection, filter, from, to, MostShown, ct)).ConvertAll(s => new OnceWritten<WindowSpan>(s));
        var shown = all.Where(t => t.From < to && (t.Till is not { } till || (till > from && till > t.From))).Take(MostShown).Select(t => (t.Record, t.From));
        return (await _said.GetAsync(shown, async missing => await WindowSpans.SaidAsync(connection, missing, ct))).Values;
    }
}
