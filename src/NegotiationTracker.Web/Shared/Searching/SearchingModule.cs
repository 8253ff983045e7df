namespace NegotiationTracker.Web.Shared.Searching;

/// <summary>The search that pages, the desk and the API share.</summary>
internal static class SearchingModule
{
    public static void AddSearching(this IServiceCollection services) => services.AddSingleton<RecordSearch>().AddSingleton<SearchSuggestions>();
}
