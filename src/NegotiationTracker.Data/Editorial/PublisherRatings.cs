using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Accounts;
using Npgsql;

namespace NegotiationTracker.Data.Editorial;

/// <summary>What editors hold of those who print sources: an aid at the desk, never public.</summary>
/// <param name="desk">Connections of the role that may write.</param>
/// <param name="time">Clock.</param>
public sealed class PublisherRatings(NpgsqlDataSource desk, TimeProvider time)
{
    /// <summary>Grades of the Admiralty code with their meaning, best first.</summary>
    public static IReadOnlyList<(char Grade, string Meaning)> Grades { get; } =
        [('A', "completely reliable"), ('B', "usually reliable"), ('C', "fairly reliable"), ('D', "not usually reliable"), ('E', "unreliable"), ('F', "can't be judged")];

    /// <summary>Says how reliable a publisher is.</summary>
    /// <param name="account">Who says so.</param>
    /// <param name="name">The publisher, as it stands in sources.</param>
    /// <param name="reliability">A grade; empty for none.</param>
    /// <param name="note">Why.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The publisher; empty when the account may not say so.</returns>
    /// <exception cref="ArgumentException">There is no such grade, or a text is too long.</exception>
    public async Task<SourcePublisher?> RateAsync(Guid account, string name, char? reliability, string? note, CancellationToken ct = default)
    {
        if (name.Length is 0 or > SourcePublisher.MaxName || note?.Length > SourcePublisher.MaxNote || (reliability is { } grade && Grades.All(g => g.Grade != grade)))
            throw new ArgumentException("A publisher has a name, a grade from A to F and a short note.", nameof(reliability));
        await using var work = await PublishWork.BeginAsync(desk, ct);
        if (!await work.MayAsync(account, Deed.KeepPublishers, ct)) return null;
        var now = PublishWork.Now(time);
        var publisher = await work.Desk.SourcePublishers.SingleOrDefaultAsync(p => p.Name == name, ct);
        if (publisher is null) work.Desk.Add(publisher = new SourcePublisher { Name = name });
        (publisher.Reliability, publisher.Note, publisher.ChangedBy, publisher.ChangedAt) = (reliability, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), account, now);
        work.Desk.Add(new AuditLine { At = now, Actor = DeskAudit.Actor(account), Action = AuditAction.PublisherRated, Subject = name, Detail = reliability?.ToString() ?? "no grade" });
        await work.Desk.SaveChangesAsync(ct);
        await work.Transaction.CommitAsync(ct);
        return publisher;
    }
}
