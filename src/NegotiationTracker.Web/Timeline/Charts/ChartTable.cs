namespace NegotiationTracker.Web.Timeline.Charts;

/// <summary>A chart's figures as a table: what the page shows beside the drawing and what its download holds.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells; the first says what the row is of.</param>
/// <param name="Note">How it was counted and what was left out, for people.</param>
public sealed record ChartTable(string Key, string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Note);

/// <summary>A chart of stacked bars.</summary>
/// <param name="Table">Its figures.</param>
/// <param name="Series">What is stacked, from below.</param>
/// <param name="Bars">A label and a value for each of the series.</param>
public sealed record BarChart(ChartTable Table, IReadOnlyList<string> Series, IReadOnlyList<(string Label, IReadOnlyList<int> Values)> Bars);

/// <summary>A chart of sums that grow.</summary>
/// <param name="Table">Its figures.</param>
/// <param name="Lines">The sums.</param>
public sealed record StepChart(ChartTable Table, IReadOnlyList<StepLine> Lines);

/// <summary>A sum that grows.</summary>
/// <param name="Label">Of what.</param>
/// <param name="IsAgreed">Whether it was agreed; otherwise it was delivered.</param>
/// <param name="Points">What it was from a day on: at least, and at most as far as anybody can say.</param>
public sealed record StepLine(string Label, bool IsAgreed, IReadOnlyList<(DateOnly Day, long Low, long High)> Points);
