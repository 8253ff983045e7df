using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using NegotiationTracker.Data.Dates;

namespace NegotiationTracker.Data.Records;

/// <summary>Collects the faults of one document: all of them, so that an editor mends them in one go.</summary>
internal sealed partial class Faults(RecordDocument document)
{
    private readonly List<Fault> _all = [];

    public IReadOnlyList<Fault> All => _all;

    public void Add(string field, string reason) => _all.Add(new Fault(field, reason));

    /// <summary>Whether a word can stand in an address.</summary>
    public static bool IsSlug([NotNullWhen(true)] string? word) => word is { Length: <= RecordDocument.MaxSlug } && SlugForm().IsMatch(word);

    public void Slug(string field, string? slug)
    {
        if (!IsSlug(slug))
            Add(field, $"'{Shown(slug)}' is not a slug: lower-case letters a to z, digits and single hyphens, at most {RecordDocument.MaxSlug} characters.");
    }

    public void Required(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) Add(field, "Say something here: it may not be empty.");
    }

    public void Zone(string field, When? when)
    {
        if (when?.Zone is { } zone && !Zones.IsKnown(zone)) Add($"{field}.zone", $"'{Shown(zone)}' is not an IANA time zone such as Europe/Istanbul.");
    }

    public void Address(string field, string? url)
    {
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            Add(field, $"'{Shown(url)}' is not a web address: it must begin with https:// or http://.");
    }

    public void Quantity(string field, Quantity? quantity)
    {
        if (quantity is null) return;
        if (quantity.Low is null && quantity.Best is null && quantity.High is null) Add(field, "A quantity needs a number: low, best or high.");
        if (quantity.Low > quantity.Best || quantity.Best > quantity.High || quantity.Low > quantity.High) Add(field, "The numbers are out of order: low ≤ best ≤ high.");
    }

    public void Unique(string field, IEnumerable<string> keys)
    {
        foreach (var key in keys.GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key)) Add(field, $"'{Shown(key)}' stands here twice.");
    }

    /// <summary>The slug of the document, for messages.</summary>
    public string Subject => document.Slug;

    private static string Shown(string? text) => text is null ? "" : text.Length <= 60 ? text : text[..57] + "...";

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex SlugForm();
}
