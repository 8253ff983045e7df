namespace NegotiationTracker.Data.Synthetic;

/// <summary>Chance that falls the same way for the same seed, on every version of the runtime (SplitMix64, Steele and others 2014).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice for one part of a seed's record: parts don't depend on each other's throws.</summary>
    public static Dice For(int seed, int part) => new(new Dice(((ulong)(uint)seed << 32) | (uint)part).Next());

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 or more, below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public int Below(int end) => (int)((Next() >> 33) % (ulong)end);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public T One<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>A place in a list after Zipf's law: the first ones very often, the last ones hardly ever.</summary>
    public int Zipf(int count) => Math.Min(count - 1, (int)Math.Exp(Unit() * Math.Log(count + 1)) - 1);

    public T Often<T>(IReadOnlyList<T> list) => list[Zipf(list.Count)];

    /// <summary>Some different ones, the first of the list more often than the last.</summary>
    public List<T> Several<T>(IReadOnlyList<T> list, int count)
    {
        var several = new List<T>(count);
        for (var tries = count * 4; several.Count < Math.Min(count, list.Count) && tries > 0; tries--)
        {
            var one = Often(list);
            if (!several.Contains(one)) several.Add(one);
        }
        return several;
    }

    /// <summary>A UUIDv7 of a moment (RFC 9562).</summary>
    public Guid Id(DateOnly day)
    {
        var milliseconds = (ulong)(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds() + Below(86_400_000));
        var (high, low) = ((milliseconds << 16) | 0x7000 | (Next() & 0x0FFF), 0x8000000000000000 | (Next() >> 2));
        return new Guid((uint)(high >> 32), (ushort)(high >> 16), (ushort)high, (byte)(low >> 56), (byte)(low >> 48), (byte)(low >> 40), (byte)(low >> 32), (byte)(low >> 24), (byte)(low >> 16), (byte)(low >> 8), (byte)low);
    }
}
