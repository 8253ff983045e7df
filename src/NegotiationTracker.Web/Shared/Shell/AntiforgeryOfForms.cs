using Microsoft.AspNetCore.Antiforgery;

namespace NegotiationTracker.Web.Shared.Shell;

/// <summary>
/// Keeps antiforgery tokens off public pages. The framework gives one to every Razor page, which sets a cookie and <c>no-store</c>, so that nothing
/// could be cached; a page without a form that posts has no use for it. It may go when the framework issues tokens only where a form asks for one.
/// </summary>
internal sealed class AntiforgeryOfForms(IAntiforgery framework) : IAntiforgery
{
    private static readonly AntiforgeryTokenSet None = new(requestToken: null, cookieToken: null, "__RequestVerificationToken", headerName: null);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => IsFormless(httpContext) ? None : framework.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => IsFormless(httpContext) ? None : framework.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => framework.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => framework.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (!IsFormless(httpContext))
            framework.SetCookieTokenAndHeader(httpContext);
    }

    // No endpoint: an error page.
    private static bool IsFormless(HttpContext context) => context.GetEndpoint() is null || PublicPages.IsPublic(context);
}
