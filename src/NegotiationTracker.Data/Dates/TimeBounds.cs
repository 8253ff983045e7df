using System.Runtime.InteropServices;

namespace NegotiationTracker.Data.Dates;

/// <summary>The instants between which a date lies, both in UTC and both <b>inclusive</b>, to the second.</summary>
/// <param name="Earliest">The first second it can be; null when the start is open or unknown.</param>
/// <param name="Latest">The last second it can be (of a day 23:59:59, of a minute :59); null when the end is open or unknown.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeBounds(DateTimeOffset? Earliest, DateTimeOffset? Latest);
