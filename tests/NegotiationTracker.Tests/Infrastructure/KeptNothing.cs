using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NegotiationTracker.Data;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline.Window;

namespace NegotiationTracker.Tests.Infrastructure;

/// <summary>What a program keeps in memory, before it keeps anything.</summary>
internal static class KeptNothing
{
    public static KeptNames Names(Publications publications) => new(publications, TimeProvider.System);

    public static KeptNames Names() => Names(Heard());

    public static WindowReader Windows(IDbContextFactory<RecordContext> contexts) => Windows(contexts, Heard());

    public static WindowReader Windows(IDbContextFactory<RecordContext> contexts, Publications publications) => Windows(contexts, publications, new KeptCeasefires(publications, TimeProvider.System));

    private static WindowReader Windows(IDbContextFactory<RecordContext> contexts, Publications publications, KeptCeasefires ceasefires) =>
        new(contexts, new KeptCounts(publications), Names(publications), new KeptSlots(publications, TimeProvider.System), new KeptReaching(publications, TimeProvider.System),
            ceasefires, new KeptEntries(Options.Create(new JsonOptions())));

    /// <summary>Where there are too many ceasefires to keep when each was in force.</summary>
    public static WindowReader WindowsOfMany(IDbContextFactory<RecordContext> contexts) => Windows(contexts, Heard(), new KeptCeasefires(Heard(), TimeProvider.System, mostKept: 0));

    public static RecordList Lists(IDbContextFactory<RecordContext> contexts) => new(contexts, new KeptCounts(Heard()), Names());

    private static Publications Heard() => new(NullLogger<Publications>.Instance);
}
