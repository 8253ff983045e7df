namespace NegotiationTracker.Web.Desk.Picking;

/// <summary>A row of the search, before it is said what it is.</summary>
internal sealed class FinderRow
{
    public required string Kind { get; set; }

    public required string Slug { get; set; }

    public required string Title { get; set; }

    public string? ShortTitle { get; set; }

    public required string Names { get; set; }

    public string? Form { get; set; }

    public string? Status { get; set; }

    public string? Date { get; set; }

    public string? Zone { get; set; }

    public string? Place { get; set; }

    public int SourceCount { get; set; }

    public string[] Parties { get; set; } = [];

    public required string Json { get; set; }

    public Guid? Draft { get; set; }

    /// <summary>The best likeness of what is typed with any of its names.</summary>
    public double Likeness(string[] typed) => Names.Split('\n').Select(n => Picking.Likeness.Typing(typed, n.Split(' '))).Max();
}
