namespace NegotiationTracker.KillDrill;

/// <summary>What a drill found.</summary>
/// <param name="ProgramKills">How often the program was killed.</param>
/// <param name="DatabaseKills">How often PostgreSQL was killed.</param>
/// <param name="Acknowledged">Saves that were acknowledged in all.</param>
/// <param name="Unanswered">Saves that were on their way when the kill came, which may be there or not, but whole.</param>
/// <param name="Lost">Acknowledged saves that were not there, and texts that were not whole: none may be.</param>
public sealed record DrillReport(int ProgramKills, int DatabaseKills, int Acknowledged, int Unanswered, IReadOnlyList<string> Lost)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{ProgramKills} kills of the program and {DatabaseKills} of PostgreSQL during {Acknowledged} acknowledged saves ({Unanswered} more had no answer yet): {Lost.Count} lost or damaged."
        + string.Concat(Lost.Select(l => $"\n  {l}"));
}
