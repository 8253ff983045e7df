using System.Text.Json;

namespace NegotiationTracker.Data.Records;

/// <summary>Rules that hold for a document of every kind.</summary>
internal static class CommonRules
{
    public static void Check(RecordDocument document, RecordKind kind, Faults faults)
    {
        faults.Slug("slug", document.Slug);
        faults.Required("title", document.Title);
        if (document.Title?.Length > RecordDocument.MaxTitle) faults.Add("title", $"The title has {document.Title.Length} characters; at most {RecordDocument.MaxTitle} fit.");
        for (var i = 0; i < document.FormerSlugs.Count; i++) faults.Slug($"formerSlugs[{i}]", document.FormerSlugs[i]);
        for (var i = 0; i < document.Topics.Count; i++) Topic(faults, $"topics[{i}]", document.Topics[i]);
        if (document.Processes.Count == 0 && kind.Key is not ("processes" or "sources")) faults.Add("processes", "Name at least one negotiation process that the record belongs to.");
        if (kind.Key != "sources" && !kind.Citations(document).Any()) faults.Add("citations", "Nothing is published without a source: cite at least one.");
        foreach (var (path, citation) in kind.Citations(document))
        {
            if (citation.Quote?.Length > Citation.MaxQuote) faults.Add($"{path}.quote", $"The quotation has {citation.Quote.Length} characters; at most {Citation.MaxQuote} fit.");
            if (citation.Credibility is < 1 or > 6) faults.Add($"{path}.credibility", "Credibility is a number from 1 to 6 (Admiralty code).");
        }
        Claims(document, faults);
        Texts(document, faults);
    }

    public static void Topic(Faults faults, string field, string key)
    {
        if (Records.Topic.Find(key) is null) faults.Add(field, $"'{key}' is not a topic; the topics are {string.Join(", ", Records.Topic.Offered.Select(t => t.Key))}.");
    }

    private static void Claims(RecordDocument document, Faults faults)
    {
        for (var i = 0; i < document.Claims.Count; i++)
        {
            var claim = document.Claims[i];
            faults.Required($"claims[{i}].field", claim.Field);
            faults.Required($"claims[{i}].value", claim.Value);
            if (claim.Citations.Count == 0) faults.Add($"claims[{i}].citations", "A reported value needs the source that reports it.");
            faults.Zone($"claims[{i}].asOf", claim.AsOf);
        }
        var explained = document.Differences.Select(d => d.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var field in document.Claims.Where(c => c.Status == ClaimStatus.Conflict).Select(c => c.Field).Distinct().Where(f => !explained.Contains(f)))
            faults.Add("differences", $"The claims on '{field}' are in conflict: add a difference with a public note on it.");
        for (var i = 0; i < document.Differences.Count; i++) faults.Required($"differences[{i}].note", document.Differences[i].Note);
    }

    // PostgreSQL keeps neither NUL nor half a surrogate pair, and a text without bound is a way to hurt the page that shows it.
    private static void Texts(RecordDocument document, Faults faults)
    {
        using var json = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(document, document.GetType(), DocumentJson.Compact));
        Walk(json.RootElement, "", faults);
    }

    private static void Walk(JsonElement element, string path, Faults faults)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject()) Walk(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", faults);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray()) Walk(item, Refer.At(path, index++), faults);
                break;
            case JsonValueKind.String:
                var text = element.GetString()!;
                var bound = path == "meetingRecord" ? RecordDocument.MaxLongText : RecordDocument.MaxText;
                if (text.Length > bound) faults.Add(path, $"The text has {text.Length} characters; at most {bound} fit.");
                if (text.Contains('\0') || text.Contains('\uFFFD')) faults.Add(path, "The text holds a character that can't be kept (NUL, half a character or a replacement mark).");
                break;
        }
    }
}
