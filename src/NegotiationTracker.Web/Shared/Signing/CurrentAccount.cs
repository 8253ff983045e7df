using System.Security.Claims;
using NegotiationTracker.Data.Accounts;

namespace NegotiationTracker.Web.Shared.Signing;

/// <summary>Who is signed in, as a page or a circuit knows it. What may be done is asked of the database by the handler that acts.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">Its role when the page was asked for.</param>
/// <param name="Session">The session.</param>
internal sealed record CurrentAccount(Guid Id, string Name, Role Role, Guid Session)
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "tracker";

    private const string SessionClaim = "session";

    /// <summary>The account of a principal; null for somebody who is not signed in.</summary>
    public static CurrentAccount? Of(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true } && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role) && Guid.TryParse(principal.FindFirstValue(SessionClaim), out var session)
            ? new CurrentAccount(id, principal.Identity.Name ?? "", role, session) : null;

    /// <summary>Whether the role that the page knows of may do it: for what is shown, not for what is done.</summary>
    public bool May(Deed deed) => Role.May(deed);

    /// <summary>The principal of an account.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, Id.ToString()), new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.ToString()), new(SessionClaim, Session.ToString())], Scheme));
}
