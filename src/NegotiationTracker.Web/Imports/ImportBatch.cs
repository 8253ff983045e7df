using NegotiationTracker.Data.Records;

namespace NegotiationTracker.Web.Imports;

/// <summary>The documents of an import with the place that each came from, and the faults found in reading them.</summary>
internal sealed class ImportBatch
{
    private readonly List<RecordDocument> _documents = [];
    private readonly List<(string File, int Row)> _places = [];
    private readonly List<ImportFault> _faults = [];

    public IReadOnlyList<RecordDocument> Documents => _documents;

    public IReadOnlyList<ImportFault> Faults => _faults;

    public void Document(string file, int row, RecordDocument document)
    {
        _documents.Add(document);
        _places.Add((file, row));
    }

    public void Fault(string file, int row, string field, string reason) => _faults.Add(new ImportFault(file, row, field, reason));

    public (string File, int Row) PlaceOf(int index) => _places[index];
}

/// <summary>One reason why an import can't be taken.</summary>
/// <param name="File">File, relative to the path given.</param>
/// <param name="Row">Line of a .jsonl file or place in a list, from 1; 0 for the file as a whole.</param>
/// <param name="Field">Path in the document; empty for the document as a whole.</param>
/// <param name="Reason">What is wrong and what is expected.</param>
internal sealed record ImportFault(string File, int Row, string Field, string Reason)
{
    public override string ToString() => $"{File}{(Row > 0 ? $", row {Row}" : "")}{(Field.Length > 0 ? $", {Field}" : "")}: {Reason}";
}
