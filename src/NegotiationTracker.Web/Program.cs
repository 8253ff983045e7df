using NegotiationTracker.Web;

await TrackerApp.Build(args).RunAsync();
