using NegotiationTracker.Web.Operations;

return await TrackerCommands.RunAsync(args);
