using Microsoft.AspNetCore.Identity;
using NegotiationTracker.Data.Accounts;

namespace NegotiationTracker.Web.Accounts;

/// <summary>
/// What a password must be: 15 characters alone, 8 with a second factor (NIST SP 800-63B), at most 128, none that is common or names its owner.
/// No rules about which characters.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Alone = 15;
    public const int WithSecondFactor = 8;
    public const int Most = 128;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Fault(password, user.Name, user.Email, user.TwoFactorEnabled) is { } fault ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = fault }) : await Task.FromResult(IdentityResult.Success);

    /// <summary>What is wrong with a password, in a sentence; null when nothing is.</summary>
    public static string? Fault(string? password, string? name, string? email, bool secondFactor)
    {
        var least = secondFactor ? WithSecondFactor : Alone;
        var length = password?.Normalize().EnumerateRunes().Count() ?? 0;
        if (length < least) return $"The password has {length} characters; it needs at least {least}. A few words in a row are easy to remember.";
        if (password!.Length > Most) return $"The password has more than {Most} characters.";
        var plain = password.Normalize().ToLowerInvariant();
        if (Common.Value.Contains(plain) || plain.Distinct().Count() < 4) return "This password is among the most common ones, which are tried first: choose another.";
        var own = new[] { name, email, email?.Split('@')[0] }.Where(o => o is { Length: >= 4 }).Select(o => o!.ToLowerInvariant());
        return own.Any(o => plain == o || (plain.Contains(o, StringComparison.Ordinal) && plain.Length - o.Length < 6)) ? "The password must not be made of your name or address." : null;
    }

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
