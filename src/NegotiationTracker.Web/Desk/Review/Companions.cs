using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Shared.Changes;

namespace NegotiationTracker.Web.Desk.Review;

/// <summary>Drafts that belong with one: they refer to it, or it to them, over as many steps as it takes.</summary>
/// <param name="InReview">Those that wait for review too: they can be published in one act.</param>
/// <param name="Elsewhere">Those that these refer to and that nobody has submitted yet.</param>
public sealed record Companions(IReadOnlyList<Draft> InReview, IReadOnlyList<Draft> Elsewhere)
{
    /// <summary>Finds them.</summary>
    public static async Task<Companions> FindAsync(DeskContext desk, Draft draft, CancellationToken ct)
    {
        var drafts = await OpenDrafts.ReadAsync(desk, draft, ct);
        var found = OpenDrafts.Reach(draft, drafts.Open.Where(d => d.State == DraftState.InReview), (at, other) => drafts.Refers(at, other) || drafts.Refers(other, at));
        return new Companions([.. found.OrderBy(d => d.SubmittedAt)], [.. drafts.Open.Where(d => d.State != DraftState.InReview && found.Prepend(draft).Any(f => drafts.Refers(f, d)))]);
    }

    /// <summary>An author's own drafts that could be submitted with one: those that it needs, which can't stay behind, and those that merely hang together with it.</summary>
    public static async Task<IReadOnlyList<(Draft Draft, bool IsNeeded)>> ToSubmitAsync(DeskContext desk, Draft draft, Guid author, CancellationToken ct)
    {
        var drafts = await OpenDrafts.ReadAsync(desk, draft, ct);
        var own = drafts.Open.Where(d => d.State is DraftState.Open or DraftState.Returned && d.Authors.Contains(author)).ToList();
        var needed = OpenDrafts.Reach(draft, own, drafts.Refers);
        var together = OpenDrafts.Reach(draft, own, (at, other) => drafts.Refers(at, other) || drafts.Refers(other, at));
        return [.. together.Select(d => (d, needed.Contains(d))).OrderByDescending(d => d.Item2)];
    }

    // Who refers to whom among the drafts that are not done with.
    private sealed class OpenDrafts(List<Draft> open, Dictionary<Guid, HashSet<(string Kind, string Slug)>> references)
    {
        private const int Most = 500;

        public IReadOnlyList<Draft> Open => open;

        public static async Task<OpenDrafts> ReadAsync(DeskContext desk, Draft draft, CancellationToken ct)
        {
            var open = await desk.Drafts.Where(d => d.Id != draft.Id && d.Slug != null && d.State != DraftState.Published && d.State != DraftState.Discarded).OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id).Take(Most).ToListAsync(ct);
            return new OpenDrafts(open, open.Append(draft).ToDictionary(d => d.Id, d => DocumentNames.References(Kinds.Get(d.Kind), JsonNode.Parse(d.Document)!.AsObject()).Select(r => (r.Kind, r.Slug)).ToHashSet()));
        }

        public bool Refers(Draft from, Draft to) => to.Slug is { } slug && references[from.Id].Contains((to.Kind, slug));

        public static List<Draft> Reach(Draft from, IEnumerable<Draft> among, Func<Draft, Draft, bool> isNext)
        {
            var (found, left) = (new List<Draft>(), among.ToList());
            for (var next = new Queue<Draft>([from]); next.TryDequeue(out var at);)
            {
                foreach (var other in left.Where(o => isNext(at, o)).ToList())
                {
                    left.Remove(other);
                    found.Add(other);
                    next.Enqueue(other);
                }
            }
            return found;
        }
    }
}
