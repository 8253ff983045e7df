using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;

namespace NegotiationTracker.Web.Accounts;

/// <summary>Time-based one-time codes (RFC 6238: SHA-1, 30 seconds, six digits), each accepted once.</summary>
internal static class OneTimeCode
{
    private const int Seconds = 30;

    /// <summary>The step in which a code is right: now, the one before or the one after; null when it is wrong.</summary>
    public static long? StepOf(string key, string? code, DateTimeOffset now)
    {
        var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        if (digits.Length != 6) return null;
        var secret = Base32(key);
        var step = now.ToUnixTimeSeconds() / Seconds;
        long? right = null;
        // All three are computed whatever the answer, so that the time tells nothing.
        foreach (var candidate in new[] { step - 1, step, step + 1 })
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(At(secret, candidate)), System.Text.Encoding.ASCII.GetBytes(digits))) right = candidate;
        return right;
    }

    /// <summary>Takes a step for an account: false when it, or a later one, was taken already.</summary>
    public static async Task<bool> TakeAsync(IDbContextFactory<DeskContext> contexts, Guid account, long step, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Accounts.Where(a => a.Id == account && a.LastCodeStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastCodeStep, step), ct) == 1;
    }

    /// <summary>The code of a step.</summary>
    public static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238 as every authenticator app speaks it; a one-time code doesn't rest on collision resistance.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[19] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>Decodes base 32 (RFC 4648), as keys are written for people.</summary>
    public static byte[] Base32(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var letter in text.ToUpperInvariant())
        {
            var value = letter is >= 'A' and <= 'Z' ? letter - 'A' : letter is >= '2' and <= '7' ? letter - '2' + 26 : -1;
            if (value < 0) continue;
            (buffer, bits) = (((buffer << 5) | value) & 0xFFFF, bits + 5);
            if (bits >= 8) bytes.Add((byte)(buffer >> (bits -= 8)));
        }
        return [.. bytes];
    }
}
