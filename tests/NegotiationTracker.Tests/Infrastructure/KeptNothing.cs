using Microsoft.Extensions.Logging.Abstractions;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>What a program keeps in memory, before it keeps anything.</summary>
internal static class KeptNothing
{
    public static KeptNames Names() => Names(new Publications(NullLogger<Publications>.Instance));

    public static KeptNames Names(Publications publications) => new(publications, TimeProvider.System);
}
