using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NegotiationTracker.Data.Accounts;

/// <summary>Random keys of cookies and links, and the hashes by which they are found: whoever reads the database can use none of them.</summary>
public static class Secrets
{
    /// <summary>256 random bits, for an address or a cookie.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
