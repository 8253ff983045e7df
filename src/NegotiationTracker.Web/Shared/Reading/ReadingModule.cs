namespace NegotiationTracker.Web.Shared.Reading;

/// <summary>What every page that shows records reads with.</summary>
internal static class ReadingModule
{
    public static void AddReading(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton<KeptCounts>()
        .AddSingleton<KeptNames>()
        .AddSingleton<KeptSourceDocuments>()
        .AddSingleton<RecordReader>()
        .AddSingleton<RecordList>();
}
