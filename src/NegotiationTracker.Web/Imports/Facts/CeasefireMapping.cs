using NegotiationTracker.Data.Ceasefires;
using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>ceasefires</c>: proposed, declared, in force.</summary>
internal static class CeasefireMapping
{
    private static readonly WordTable<CeasefireScope> Scopes = new(
        "scope of a ceasefire",
        ("long-range", CeasefireScope.Air), ("maritime", CeasefireScope.Maritime), ("sections of the front", CeasefireScope.Local), ("contact line", CeasefireScope.Local), ("all combat", CeasefireScope.All), ("full", CeasefireScope.All),
        ("land, sea, air", CeasefireScope.All), ("energy", CeasefireScope.Energy));

    private static readonly WordTable<CeasefireStatus> Statuses = new(
        "status of a ceasefire",
        ("rejected", CeasefireStatus.Rejected), ("not accepted", CeasefireStatus.Rejected), ("expired", CeasefireStatus.Expired), ("ended", CeasefireStatus.Ended), ("not put into force", CeasefireStatus.Declared), ("in force", CeasefireStatus.InForce),
        ("proposed", CeasefireStatus.Proposed), ("under condition", CeasefireStatus.Proposed), ("declared", CeasefireStatus.Declared), ("announced", CeasefireStatus.Declared));

    public static RecordDocument Map(FactsNode item)
    {
        var entry = item.Reading.Find(item.Id)!;
        var (name, scope, words) = (item.Need("name"), item.Need("scope"), item.Need("status"));
        var (status, declared) = (Statuses.Read(item, "status", words), item.Texts("declared_by"));
        return RecordParts.Finish(item, new CeasefireDocument
        {
            Slug = entry.Slug,
            Title = name,
            Summary = FactsText.Sentences($"{FactsText.Capital(scope)}: {words}"),
            Processes = Tracks.OfItem(item.Reading, entry),
            Topics = TopicWords.Of(["ceasefire", name, scope]),
            Type = TypeOf(status, declared),
            Scope = Scopes.Read(item, "scope", scope),
            ScopeWords = scope,
            Status = status,
            StatusWords = words,
            Announced = WhenMapping.Time(item, "announced"),
            From = WhenMapping.Time(item, "start"),
            To = WhenMapping.Time(item, "end"),
            Length = item.Child("quantity") is { } quantity ? ProvisionMapping.Quantities(quantity) is [var length, ..] ? length : null : null,
            DeclaredBy = [.. declared.Select(id => item.Reading.Slug(item, "declared_by", "parties", id)).OfType<string>()],
            AcceptedBy = [.. item.Texts("accepted_by").Select(text => Accepted(item, text))],
            Responses = [.. item.Children("responses").Select(Response)],
            Claims = [.. ClaimMapping.Of(item, "violations", "violations.")],
        });
    }

    // One warring side alone declares a truce for itself; what is only proposed is meant for both.
    private static CeasefireType TypeOf(CeasefireStatus status, IReadOnlyList<string> declared) =>
        declared is ["ru"] or ["ua"] && status is not (CeasefireStatus.Proposed or CeasefireStatus.Rejected) ? CeasefireType.Unilateral : CeasefireType.Bilateral;

    // "ua ('mirror' action)": a party and how it accepted.
    private static CeasefireResponse Accepted(FactsNode item, string text)
    {
        var (id, words) = FactsText.Aside(text);
        return new CeasefireResponse { Party = item.Reading.Slug(item, "accepted_by", "parties", id) ?? "", Words = words };
    }

    private static CeasefireResponse Response(FactsNode response) => new()
    {
        Party = response.Reading.Slug(response, "by", "parties", response.Need("by")) ?? "",
        Words = response.Text("response"),
        Citations = CitationMapping.Of(response),
    };
}
