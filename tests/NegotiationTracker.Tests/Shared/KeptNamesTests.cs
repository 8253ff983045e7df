using Microsoft.Extensions.Logging.Abstractions;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Data.Records;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Live;
using NegotiationTracker.Web.Shared.Reading;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Shared;

public sealed class KeptNamesTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_is_read_once_until_a_publication_is_heard_of()
    {
        await using var database = await databases.CreateAsync();
        var publisher = new Publisher(database.Desk, TimeProvider.System);
        await PublishAsync(publisher, [Documents.Source, Documents.Process, Documents.Party]);
        var publications = new Publications(NullLogger<Publications>.Instance);
        var kept = KeptNothing.Names(publications);
        var before = await NameAsync(database, kept);

        await PublishAsync(publisher, [Documents.Party with { Title = "Another" }]);
        (await NameAsync(database, kept)).ShouldBe(before);
        publications.Hear();
        (await NameAsync(database, kept)).ShouldBe("Another");
    }

    [Fact]
    public async Task What_can_not_be_found_is_asked_for_again()
    {
        await using var database = await databases.CreateAsync();
        var kept = KeptNothing.Names();
        (await NameAsync(database, kept)).ShouldBe(Documents.Party.Slug.Replace('-', ' '));
        await PublishAsync(new Publisher(database.Desk, TimeProvider.System), [Documents.Source, Documents.Process, Documents.Party]);
        (await NameAsync(database, kept)).ShouldBe(Documents.Party.Title);
    }

    private static async Task<string> NameAsync(TestDatabase database, KeptNames kept)
    {
        await using var context = new RecordContext(database.ReaderOptions);
        return (await kept.LoadAsync(context, [new Reference("parties", Documents.Party.Slug, "party", "")], Ct)).Party(Documents.Party.Slug).Title;
    }

    private static async Task PublishAsync(Publisher publisher, IReadOnlyList<RecordDocument> documents) =>
        (await publisher.PublishAsync(documents, "editor", null, ct: Ct)).ShouldBeOfType<PublishOutcome.Published>();
}
