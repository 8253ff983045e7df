namespace NegotiationTracker.Web.Imports.Facts;
internal sealed record FactsFault(string Array, string Item, string Field, string Reason);
internal sealed record FactsResult(IReadOnlyList<NegotiationTracker.Data.Records.RecordDocument> Documents, IReadOnlyList<FactsFault> Faults);
internal static class FactsFile
{
    public static bool Looks(System.Text.Json.JsonElement root) => false;
    public static FactsResult Read(System.Text.Json.JsonElement root) => new([], []);
}
