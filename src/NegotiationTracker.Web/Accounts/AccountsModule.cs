using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Accounts;
using NegotiationTracker.Web.Operations;
using NegotiationTracker.Web.Shared.Signing;

namespace NegotiationTracker.Web.Accounts;

/// <summary>Accounts: closed by default, no open registration, sessions kept in the database.</summary>
internal static class AccountsModule
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
        {
            // Identity's store changes what it reads, so its context tracks.
            var context = provider.GetRequiredService<IDbContextFactory<DeskContext>>().CreateDbContext();
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            return context;
        });
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddUserStore<UserOnlyStore<Account, DeskContext, Guid>>();
        // Identity's own rules about characters go; ours are all there are.
        foreach (var rule in services.Where(s => s.ServiceType == typeof(IPasswordValidator<Account>)).ToList()) services.Remove(rule);
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddSingleton<SignInThrottle>();
        services.AddScoped<SignIn>();
        services.AddPasskeys();
        services.AddSingleton(provider => new AccountKeeping(provider.GetRequiredService<TrackerDatabase>().Desk, provider.GetRequiredService<TimeProvider>()));

        services.AddDataProtection().SetApplicationName("NegotiationTracker");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new KeyRepository(provider.GetRequiredService<IDbContextFactory<DeskContext>>())));

        services.AddSingleton<ITicketStore, TicketStore>();
        services.AddAuthentication(CurrentAccount.Scheme).AddCookie(CurrentAccount.Scheme, options =>
        {
            options.Cookie.Name = "tracker";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TicketStore.Life;
            options.LoginPath = "/account/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddOptions<CookieAuthenticationOptions>(CurrentAccount.Scheme).Configure<ITicketStore>((options, store) => options.SessionStore = store);
        services.AddAuthorization(options =>
        {
            // Closed by default where there is something to ask for; an address that leads nowhere says 404 to everybody, and one that does not know the verb 405, by an endpoint of the router's own.
            options.FallbackPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(c => c.User.Identity is { IsAuthenticated: true } || (c.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)).Build();
            foreach (var deed in Enum.GetValues<Deed>())
                options.AddPolicy(deed.ToString(), policy => policy.RequireAssertion(c => CurrentAccount.Of(c.User)?.May(deed) is true));
        });
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        services.AddHostedService<FirstAdminLink>();
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/account/sign-out", async (HttpContext http, [Microsoft.AspNetCore.Mvc.FromForm] string? next) =>
        {
            await http.SignOutAsync(CurrentAccount.Scheme);
            return Results.LocalRedirect(SignIn.Onward(next, "/"));
        }).AllowAnonymous();
        routes.MapPasskeys();
    }
}
