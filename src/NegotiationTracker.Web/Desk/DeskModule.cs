using NegotiationTracker.Web.Desk.Citing;
using NegotiationTracker.Web.Desk.Editing;
using NegotiationTracker.Web.Desk.Home;
using NegotiationTracker.Web.Desk.Publishing;
using NegotiationTracker.Web.Desk.Records;
using NegotiationTracker.Web.Desk.Review;

namespace NegotiationTracker.Web.Desk;

/// <summary>The desk: drafts, and the circuits in which they are edited.</summary>
internal static class DeskModule
{
    /// <summary>The most bytes of one message of a browser: long text comes in parts of <see cref="TypedTexts.MaxPart"/> characters.</summary>
    public const int MaxHubMessage = 256 * 1024;

    public static void AddDesk(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(options =>
            {
                // What is typed lives in the database and in the browser: a circuit that lost its browser is worth little.
                options.DisconnectedCircuitMaxRetained = 50;
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
                options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
            })
            .AddHubOptions(options => options.MaximumReceiveMessageSize = MaxHubMessage);
        services.AddSingleton<EditorCircuits>();
        services.AddSingleton<PaletteSearch>();
        services.AddSingleton<SourcesAtHand>();
        services.AddSingleton<HomeReading>();
        services.AddSingleton<ReviewReading>();
        services.AddSingleton<KeptReading>();
        services.AddHostedService<ScheduledPublications>();
        services.AddScoped<EditorAccount>();
        services.AddScoped<NamesAtHand>();
        services.AddSingleton<Beginnings>();
    }
}
