using NegotiationTracker.Web.Shared;

namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>A record, published or still a draft, as a picker shows it: what it is called and who or what that is.</summary>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Title">Its title.</param>
/// <param name="Short">Its short title, or its title.</param>
/// <param name="About">Who or what it is, in a line; empty where nothing is known.</param>
/// <param name="Party">Slug of the party that it belongs to.</param>
/// <param name="SourceCount">Number of sources that it rests on.</param>
/// <param name="Draft">The draft, for what is not published yet.</param>
public sealed record FoundRecord(string Kind, string Slug, string Title, string Short, string About, string? Party, int SourceCount, Guid? Draft)
{
    /// <summary>How well it fits what was asked: from 2 on, what was typed begins its words.</summary>
    public double Likeness { get; init; }

    /// <summary>Its names, folded: title first.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Address of its page or draft.</summary>
    public string Href => Draft is { } draft ? $"/desk/drafts/{draft}" : Links.To(Kind, Slug);

    /// <summary>As it stands in a field that takes several kinds.</summary>
    public string Open => $"{Kind}/{Slug}";

    /// <summary>The best likeness of a name as printed with any of its names.</summary>
    public double LikenessTo(string[] printed) => Names.Select(n => Picking.Likeness.Of(printed, n.Split(' '))).DefaultIfEmpty(0).Max();
}
