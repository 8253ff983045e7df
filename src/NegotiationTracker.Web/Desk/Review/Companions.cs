using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Web.Shared.Changes;

namespace NegotiationTracker.Web.Desk.Review;

/// <summary>Drafts that refer to each other, and so belong together: talks, their delegations, an exchange, the people who are new in them.</summary>
/// <param name="InReview">Those that can go with it in one act.</param>
/// <param name="Elsewhere">Those that it refers to and that are not in review.</param>
public sealed record Companions(IReadOnlyList<Draft> InReview, IReadOnlyList<Draft> Elsewhere)
{
    /// <summary>Finds them, over as many steps as it takes.</summary>
    public static async Task<Companions> FindAsync(DeskContext desk, Draft draft, CancellationToken ct)
    {
        var open = await desk.Drafts.Where(d => d.Id != draft.Id && d.Slug != null && d.State != DraftState.Published && d.State != DraftState.Discarded).OrderBy(d => d.CreatedAt).Take(500).ToListAsync(ct);
        var references = open.Append(draft).ToDictionary(d => d.Id, d => DocumentNames.References(Kinds.Get(d.Kind), JsonNode.Parse(d.Document)!.AsObject()).Select(r => (r.Kind, r.Slug)).ToHashSet());
        var waiting = open.Where(d => d.State == DraftState.InReview).ToList();
        var found = new List<Draft>();
        for (var next = new Queue<Draft>([draft]); next.TryDequeue(out var at);)
        {
            foreach (var other in waiting.Where(w => Refers(at, w) || Refers(w, at)).Except(found).ToList())
            {
                found.Add(other);
                next.Enqueue(other);
            }
        }
        return new Companions([.. found.OrderBy(d => d.SubmittedAt)], [.. open.Where(d => d.State != DraftState.InReview && found.Prepend(draft).Any(f => Refers(f, d)))]);

        bool Refers(Draft from, Draft to) => references[from.Id].Contains((to.Kind, to.Slug!));
    }
}
