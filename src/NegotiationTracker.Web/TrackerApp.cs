using System.Globalization;
using NegotiationTracker.Web.Shared.Shell;

namespace NegotiationTracker.Web;

/// <summary>The web application, put together: used by <c>Program.cs</c> and, unchanged, by the tests that run a real server.</summary>
public static class TrackerApp
{
    /// <summary>Where the application listens when nothing else is configured.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Builds the application without starting it.</summary>
    /// <param name="args">Command line in ASP.NET's own way (<c>--urls</c>, <c>--Section:Key value</c>).</param>
    /// <param name="extend">Endpoints of the caller's own, mapped after everything else.</param>
    public static WebApplication Build(string[] args, Action<WebApplication>? extend = null)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

        // Named explicitly: under a test runner the entry assembly is another one, and the static web assets go by this name.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(TrackerApp).Assembly.GetName().Name,
            // Settings and static files lie beside the program, wherever it was started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddShell();

        var app = builder.Build();
        app.UseShell();
        app.MapShell();
        extend?.Invoke(app);
        return app;
    }
}
