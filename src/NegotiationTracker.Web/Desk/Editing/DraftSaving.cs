using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data.Editorial;
using Npgsql;

namespace NegotiationTracker.Web.Desk.Editing;

/// <summary>Saves an editor's session, one save at a time, and merges what somebody else saved meanwhile.</summary>
/// <param name="drafts">The desk's drafts.</param>
/// <param name="reviews">Says what keeps a draft from being submitted.</param>
/// <param name="session">The session.</param>
/// <param name="who">The account, asked at every save; null once it is signed out.</param>
internal sealed class DraftSaving(Drafts drafts, Reviews reviews, EditSession session, Func<Task<Guid?>> who) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private JsonObject _origin = (JsonObject)session.Document.DeepClone();
    private int _savedEdits = session.Edits;

    /// <summary>When it was saved last, UTC.</summary>
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>What both changed and nobody has decided; empty when there is nothing to decide.</summary>
    public OpenMerge? Undecided { get; private set; }

    /// <summary>Whether everything in the session is saved.</summary>
    public bool IsSaved => _savedEdits == session.Edits;

    /// <summary>Told when the document was replaced by a merge, or a merge waits to be decided.</summary>
    public event EventHandler? Merged;

    /// <summary>Saves what is not saved yet.</summary>
    public async Task<SaveAnswer> SaveAsync()
    {
        await _one.WaitAsync();
        try
        {
            for (var attempt = 0; attempt < 5; attempt++)
            {
                if (Undecided is not null) return new SaveAnswer(false, "somebody else saved it meanwhile. Choose which text stands.");
                if (IsSaved) return Acknowledged();
                if (await who() is not { } account) return SignedOut;
                if (await SaveAsync(account) is { } answer) return answer;
            }
            return new SaveAnswer(false, "others save it too often.", Again: true);
        }
        catch (Exception failure) when (failure is NpgsqlException or DbUpdateException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
        {
            return new SaveAnswer(false, "the database does not answer.", Again: true);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Ends a merge: everywhere one's own text, or the other's where that is wanted.</summary>
    public void Decide(IReadOnlyCollection<MergeConflict> theirs)
    {
        if (Undecided is not { } open) return;
        Undecided = null;
        Take(open.Theirs, DocumentMerge.Resolve(open.Outcome, theirs));
    }

    /// <summary>Nothing more is saved for somebody who is signed out or disabled.</summary>
    public static SaveAnswer SignedOut { get; } = new(false, "your sign-in has ended, or your account may no longer write.", Denied: true);

    public void Dispose() => _one.Dispose();

    // Null: merged without a conflict, to be saved again.
    private async Task<SaveAnswer?> SaveAsync(Guid account)
    {
        var edits = session.Edits;
        var sent = (JsonObject)session.Document.DeepClone();
        switch (await drafts.SaveAsync(account, session.Draft, session.Version, sent))
        {
            case DeskOutcome.Done done:
                session.Saved(done.Draft.Version);
                (_origin, _savedEdits, SavedAt) = (sent, edits, done.Draft.SavedAt);
                session.Check(await reviews.CheckAsync(done.Draft));
                return Acknowledged();
            case DeskOutcome.Conflict conflict:
                Merge(conflict.Theirs);
                return null;
            case DeskOutcome.Refused refused:
                return new SaveAnswer(false, string.Join(" ", refused.Faults.Select(f => f.Reason)));
            case DeskOutcome.Denied:
                return SignedOut;
            default:
                return new SaveAnswer(false, "this draft is no longer there.");
        }
    }

    private SaveAnswer Acknowledged() => new(true, string.Create(CultureInfo.InvariantCulture, $"Saved {SavedAt:HH:mm:ss} UTC"));

    private void Merge(Draft theirs)
    {
        var document = JsonNode.Parse(theirs.Document)!.AsObject();
        // Two slugs that follow two titles are no second question: the slug goes with the title that stands.
        if (SlugOfTitle.IsMade(session, session.Document) && SlugOfTitle.IsMade(session, document)) document["slug"] = session.Text("slug");
        var outcome = DocumentMerge.Merge(_origin, session.Document, document);
        if (outcome.Conflicts.Count == 0)
        {
            Take(theirs, outcome.Document);
            return;
        }
        Undecided = new OpenMerge(theirs, outcome);
        Merged?.Invoke(this, EventArgs.Empty);
    }

    private void Take(Draft theirs, JsonObject document)
    {
        _origin = JsonNode.Parse(theirs.Document)!.AsObject();
        session.Replace(document, theirs.Version);
        Merged?.Invoke(this, EventArgs.Empty);
    }
}

/// <summary>A merge that waits for the editor.</summary>
/// <param name="Theirs">The draft as somebody else saved it.</param>
/// <param name="Outcome">What both changed.</param>
public sealed record OpenMerge(Draft Theirs, MergeOutcome Outcome);
