using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;

namespace NegotiationTracker.Web.Shared.Live;

/// <summary>Reads what was published between two positions, from the published record as pages read it. Nothing of a draft can be in it.</summary>
public sealed class PublicationHistory(IDbContextFactory<RecordContext> contexts)
{
    /// <summary>What was published after one position and up to another, oldest first; one more than <paramref name="most"/> says that there was more.</summary>
    /// <param name="after">Not this one.</param>
    /// <param name="through">This one too.</param>
    /// <param name="about">What the reader looks at; empty for every record.</param>
    /// <param name="most">How many to read.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<List<PublicationChange>> ReadAsync(long after, long through, Interest? about, int most, CancellationToken ct)
    {
        var (from, to) = (Moment(after), Moment(through));
        await using var context = await contexts.CreateDbContextAsync(ct);
        var records = context.Records.AsQueryable();
        if (about is { Kind: null }) records = records.Where(r => !Interest.OffTimeline.Contains(r.Kind));
        if (about?.Kind is { } kind) records = records.Where(r => r.Kind == kind);
        if (about?.Slug is { } slug) records = records.Where(r => r.Slug == slug);
        // A publication without a document is a retraction, unless its document was redacted later.
        var rows =
            from publication in context.Texts
            join record in records on publication.RecordId equals record.Id
            where publication.From > @from && publication.From <= to
            orderby publication.From, record.Kind, record.Slug
            select new
            {
                record.Kind,
                record.Slug,
                IsText = publication.Document != null || publication.RedactedAt != null,
                WasText = context.Publications.Any(p => p.RecordId == publication.RecordId && p.Until == publication.From && (p.Document != null || p.RedactedAt != null)),
            };
        return await rows.Take(most + 1)
            .Select(r => new PublicationChange(r.Kind, r.Slug, !r.IsText ? PublicationAct.Retracted : r.WasText ? PublicationAct.Amended : PublicationAct.Published))
            .ToListAsync(ct);
    }

    /// <summary>Waits until pages can read a position: a standby that they read from follows a little later. Not for ever; a standby may be away.</summary>
    public async Task WaitForAsync(long position, CancellationToken ct)
    {
        var moment = Moment(position);
        for (var tries = 0; tries < 100; tries++)
        {
            await using (var context = await contexts.CreateDbContextAsync(ct))
            {
                if (await context.Publications.AnyAsync(p => p.From >= moment, ct)) return;
            }
            await Task.Delay(50, ct);
        }
    }

    /// <summary>The position of a publication.</summary>
    public static long Position(DateTimeOffset from) => (from - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset Moment(long position) => DateTimeOffset.UnixEpoch.AddTicks(position * TimeSpan.TicksPerMicrosecond);
}
