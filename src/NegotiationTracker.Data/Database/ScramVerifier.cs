using System.Security.Cryptography;
using System.Text;

namespace NegotiationTracker.Data;

/// <summary>
/// What PostgreSQL keeps of a password (RFC 5803). Made here, so that the password itself never travels and can't stand in the server's log of statements.
/// </summary>
internal static class ScramVerifier
{
    // PostgreSQL's own default. More would slow every login and win nothing: the passwords are 256 random-looking bits.
    private const int Iterations = 4096;

    /// <summary>The verifier of an ASCII password, with a salt of its own.</summary>
    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, 32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
