using System.Buffers.Binary;
using System.Text;

namespace NegotiationTracker.Data;

/// <summary>
/// Bytes in PostgreSQL's binary COPY format (PostgreSQL documentation, COPY, "Binary Format"): each value as its length and its bytes, numbers with the highest byte
/// first. It keeps its memory when it is emptied, for the next rows.
/// </summary>
internal sealed class CopyBuffer
{
    private const int LengthSize = sizeof(int);
    private const int Null = -1;
    private const byte JsonbVersion = 1;

    // Identifier of the type text, which every PostgreSQL has (pg_type.dat).
    private const int TextOid = 25;

    private static readonly long EpochTicks = new DateTime(2000, 1, 1).Ticks;
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>How many rows that is.</summary>
    public int Rows { get; private set; }

    /// <summary>Forgets what has been written.</summary>
    public void Clear() => (_length, Rows) = (0, 0);

    /// <summary>Begins a row of so many values.</summary>
    public void StartRow(int values)
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), checked((short)values));
        Rows++;
    }

    public void WriteNull() => WriteNumber(Null);

    public void Write(bool value) => Sized(1)[0] = value ? (byte)1 : (byte)0;

    public void Write(short value) => BinaryPrimitives.WriteInt16BigEndian(Sized(sizeof(short)), value);

    public void Write(int value) => BinaryPrimitives.WriteInt32BigEndian(Sized(sizeof(int)), value);

    public void Write(long value) => BinaryPrimitives.WriteInt64BigEndian(Sized(sizeof(long)), value);

    public void Write(Guid value) => value.TryWriteBytes(Sized(16), bigEndian: true, out _);

    /// <summary>A date: days since 2000.</summary>
    public void Write(DateOnly value) => Write(value.DayNumber - EpochDay);

    /// <summary>A moment: microseconds since 2000, UTC.</summary>
    public void Write(DateTimeOffset value) => Write((value.UtcTicks - EpochTicks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>Bytes as they are.</summary>
    public void Write(byte[] value) => value.CopyTo(Sized(value.Length));

    /// <summary>A text of any of PostgreSQL's text types.</summary>
    public void Write(string value) => WriteText(value, prefix: null);

    /// <summary>A text with JSON for jsonb.</summary>
    public void WriteJsonb(string json) => WriteText(json, JsonbVersion);

    /// <summary>An array of texts.</summary>
    public void Write(string[] values)
    {
        var start = _length;
        Take(LengthSize);
        // Dimensions, whether an element is null, the elements' type; for each dimension its length and first index.
        WriteNumber(values.Length == 0 ? 0 : 1);
        WriteNumber(0);
        WriteNumber(TextOid);
        if (values.Length > 0)
        {
            WriteNumber(values.Length);
            WriteNumber(1);
        }
        foreach (var value in values) Write(value);
        SetLength(start);
    }

    private void WriteText(string value, byte? prefix)
    {
        var start = _length;
        Take(LengthSize);
        if (prefix is { } first) Take(1)[0] = first;
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Reserve(most);
        _length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_length, most));
        SetLength(start);
    }

    private void SetLength(int start) => BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), _length - start - LengthSize);

    private void WriteNumber(int length) => BinaryPrimitives.WriteInt32BigEndian(Take(LengthSize), length);

    private Span<byte> Sized(int size)
    {
        WriteNumber(size);
        return Take(size);
    }

    private Span<byte> Take(int size)
    {
        Reserve(size);
        var taken = _bytes.AsSpan(_length, size);
        _length += size;
        return taken;
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - _length < size) Array.Resize(ref _bytes, Math.Max(_length + size, _bytes.Length * 2));
    }
}
