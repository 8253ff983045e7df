using System.Collections.Concurrent;
using System.Net.Sockets;

namespace NegotiationTracker.Web.Accounts;

/// <summary>Slows down guessing from one network address: so many failures in a time, then none is listened to for a while. In memory, and bounded.</summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    private const int MaxFailures = 30;
    private const int MaxAddresses = 20_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Since)> _addresses = new(StringComparer.Ordinal);

    /// <summary>Where a request comes from; of IPv6 the network of 64 bits, of which one customer has all.</summary>
    public static string Of(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)),
        var four => four.ToString(),
    };

    /// <summary>Whether an address may try now.</summary>
    public bool MayTry(string address) => !_addresses.TryGetValue(address, out var seen) || time.GetUtcNow() - seen.Since > Window || seen.Failures < MaxFailures;

    /// <summary>Notes a failure.</summary>
    public void Failed(string address)
    {
        var now = time.GetUtcNow();
        if (_addresses.Count >= MaxAddresses)
        {
            foreach (var old in _addresses.Where(a => now - a.Value.Since > Window).Select(a => a.Key).ToList()) _addresses.TryRemove(old, out _);
            // Still full: an attack from very many addresses, against which the lockout of each account stands.
            if (_addresses.Count >= MaxAddresses) _addresses.Clear();
        }
        _addresses.AddOrUpdate(address, (1, now), (_, seen) => now - seen.Since > Window ? (1, now) : (seen.Failures + 1, seen.Since));
    }
}
