using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Delegations;
using NegotiationTracker.Data.Parties;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Delegations;

/// <summary>Reads what surrounds a roster: its people's other delegations and spellings, and the party's other delegations.</summary>
public sealed class DelegationReader(IDbContextFactory<RecordContext> contexts)
{
    /// <summary>Reads it.</summary>
    public async Task<(ILookup<string, Appearance> Elsewhere, IReadOnlyDictionary<string, string> Spellings, IReadOnlyList<LinkView> Others)> AroundAsync(Record head, DelegationDocument delegation, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var people = delegation.Members.Select(m => m.Person).ToArray();
        var elsewhere = await (
            from member in context.DelegationMembers
            join record in context.Records on member.RecordId equals record.Id
            where people.Contains(member.Person) && member.RecordId != head.Id
            orderby record.FirstDay, record.Id
            select new Appearance(member.Person, record.Slug, record.Title, record.FirstDay)).ToListAsync(ct);
        var documents = await context.Records.Where(r => r.Kind == "people" && people.Contains(r.Slug) && r.Document != null).Select(r => new { r.Slug, r.Document }).ToListAsync(ct);
        var spellings = documents.ToDictionary(d => d.Slug, d => string.Join(" · ", ((PersonDocument)Kinds.Get("people").Read(d.Document!)).Names.Select(n => n.Value).Distinct()));
        var others = await context.Records.Where(r => r.Kind == "delegations" && r.Document != null && r.Id != head.Id && r.Parties.Contains(delegation.Party))
            .OrderBy(r => r.FirstDay).ThenBy(r => r.Id).Take(40).Select(r => new LinkView(r.Title, "/delegations/" + r.Slug, null)).ToListAsync(ct);
        return (elsewhere.ToLookup(a => a.Person), spellings, others);
    }
}

/// <summary>A person on another delegation.</summary>
public sealed record Appearance(string Person, string Slug, string Title, DateOnly? Day)
{
    /// <summary>Address of the delegation.</summary>
    public string Href => Links.To("delegations", Slug);

    /// <summary>A short mark for tables: the month, or the title.</summary>
    public string Short => Day?.ToString("MMM yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? Title;
}
