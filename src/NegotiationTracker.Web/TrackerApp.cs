using System.Globalization;
using NegotiationTracker.Web.Accounts;
using NegotiationTracker.Web.Delegations;
using NegotiationTracker.Web.Desk;
using NegotiationTracker.Web.Desk.Picking;
using NegotiationTracker.Web.Home;
using NegotiationTracker.Web.Operations;
using NegotiationTracker.Web.Search;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Shared.Searching;
using NegotiationTracker.Web.Shared.Shell;
using NegotiationTracker.Web.Sources;
using NegotiationTracker.Web.Talks;
using NegotiationTracker.Web.Timeline;

namespace NegotiationTracker.Web;

/// <summary>The web application, put together: used by the command <c>serve</c> and, unchanged, by the tests that run a real server.</summary>
public static class TrackerApp
{
    /// <summary>Where the application listens when nothing else is configured.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Opens the database, loads the first content into an empty record, and builds the application without starting it.</summary>
    /// <param name="args">Command line in ASP.NET's own way (<c>--urls</c>, <c>--Section:Key value</c>).</param>
    /// <param name="extend">Endpoints of the caller's own, mapped after everything else.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplication>? extend = null, CancellationToken ct = default)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

        // Named explicitly: under a test runner the entry assembly is another one, and the static web assets go by this name.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(TrackerApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        await builder.AddOperationsAsync(ct);
        builder.AddShell();
        builder.Services.AddReading();
        builder.Services.AddSearching();
        builder.Services.AddAccounts();
        builder.Services.AddDesk();
        builder.Services.AddPicking();
        builder.Services.AddSingleton<HomeReader>();
        builder.Services.AddTimeline();
        builder.Services.AddSingleton<TalksReader>();
        builder.Services.AddSingleton<DelegationReader>();
        builder.Services.AddSingleton<SourceReader>();

        var app = builder.Build();
        app.UseShell();
        app.MapShell();
        app.MapOperations();
        app.MapSitemap();
        app.MapSearch();
        app.MapTimeline();
        app.MapAccounts();
        extend?.Invoke(app);
        return app;
    }

    /// <summary>Runs the application until it is told to stop.</summary>
    public static async Task RunAsync(string[] args, CancellationToken ct)
    {
        await using var app = await BuildAsync(args, ct: ct);
        await app.RunAsync(ct);
    }
}
