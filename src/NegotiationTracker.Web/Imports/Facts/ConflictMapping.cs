using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports.Facts;

/// <summary><c>conflicts</c>: how reported values differ. Each finds its values in the record that it is about.</summary>
internal static class ConflictMapping
{
    private static readonly Dictionary<string, DifferenceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["error in a source"] = DifferenceKind.Slip, ["same instant, different notation"] = DifferenceKind.Notation, ["compatible, different precision"] = DifferenceKind.Precision,
        ["cumulative counts over time"] = DifferenceKind.CountOverTime, ["complementary accounts"] = DifferenceKind.Complementary,
    };

    private static readonly string[] Disagreements = ["number", "time", "account", "duration", "participants", "status", "scope", "who asked", "who said it", "rival account"];

    public static FactsCount Apply(FactsReading reading, Dictionary<string, RecordDocument> documents)
    {
        var mapped = 0;
        foreach (var item in reading.Items("conflicts"))
        {
            var conflict = Conflict.Read(item);
            var about = item.Texts("about").Select(id => reading.Record(item, "about", id)).OfType<string>().ToList();
            if (item.Texts("about") is not [var first, ..] || !documents.TryGetValue(first, out var document)) continue;
            var kind = KindOf(item, conflict.Type);
            var wrong = kind == DifferenceKind.Slip ? Slips.Wrong(conflict, reading.Find(first)!) : [];
            var difference = new Difference
            {
                Field = conflict.Field, Kind = kind, Aspect = Disagreements.Contains(conflict.Type) ? conflict.Type : null, Highlight = conflict.Highlight, Origin = item.Id,
                Across = [.. about.Skip(1)], Note = ConflictNote.Of(conflict, kind, wrong, reading.Names),
            };
            if (conflict.Manual) document = document with { Claims = [.. document.Claims, .. conflict.Values.Select(v => v.ToClaim(conflict.Field))] };
            if (ConflictPlace.Find(document, conflict) is not { } field)
            {
                item.Fault("values", "These values do not stand on the record that the conflict is about.");
                continue;
            }
            documents[first] = document with { Claims = [.. document.Claims.Select(c => c.Field == field ? Marked(c, conflict, kind, wrong) : c)], Differences = [.. document.Differences, difference with { Field = field }] };
            mapped++;
        }
        return new FactsCount("conflicts", reading.Items("conflicts").Count, mapped);
    }

    private static DifferenceKind KindOf(FactsNode item, string type)
    {
        if (!Kinds.ContainsKey(type) && !Disagreements.Contains(type)) item.Fault("type", $"'{type}' is not a known sort of conflict.");
        return Kinds.GetValueOrDefault(type, DifferenceKind.Disagreement);
    }

    private static Claim Marked(Claim claim, Conflict conflict, DifferenceKind kind, IReadOnlyList<ConflictValue> wrong)
    {
        if (!conflict.Values.Any(v => v.Is(claim))) return claim;
        return kind == DifferenceKind.Disagreement ? claim with { Status = ClaimStatus.Conflict } : wrong.Any(v => v.Is(claim)) ? claim with { Rank = Rank.Deprecated } : claim;
    }
}
