using Microsoft.EntityFrameworkCore;
using NegotiationTracker.Data;
using NegotiationTracker.Data.Editorial;
using NegotiationTracker.Tests.Infrastructure;
using NegotiationTracker.Web.Shared.Reading;
using NegotiationTracker.Web.Timeline.Window;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Timeline;

public sealed class WindowSpansTests(TestDatabases databases) : IDbContextFactory<RecordContext>
{
    private static readonly DateTimeOffset Middle = new(2025, 4, 20, 0, 0, 0, TimeSpan.Zero);

    private TestDatabase? _database;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ceasefire_lies_over_the_windows_whose_filters_it_passes()
    {
        await using var database = _database = await databases.CreateAsync();
        (await new Publisher(database.Desk, TimeProvider.System).PublishAsync(
            [Documents.Source, Documents.Process, Documents.Party with { Slug = "russia", Title = "Russia", ShortName = "Russia", Mark = "RU" }, Documents.Party, Documents.Ceasefire], "editor", null, ct: Ct)).ShouldBeOfType<PublishOutcome.Published>();

        foreach (var days in new[] { 10, 800 })
        {
            await ShouldShowAsync(days, true, new ListFilter());
            await ShouldShowAsync(days, true, new ListFilter { Party = "russia" });
            await ShouldShowAsync(days, true, new ListFilter { Party = "russia", Process = Documents.Process.Slug });
            await ShouldShowAsync(days, true, new ListFilter { Kind = "ceasefires" });
            await ShouldShowAsync(days, false, new ListFilter { Party = "ukraine" });
            await ShouldShowAsync(days, false, new ListFilter { Party = "russia", Person = "nobody" });
            await ShouldShowAsync(days, false, new ListFilter { Topic = "bodies" });
            await ShouldShowAsync(days, false, new ListFilter { Kind = "talks" });
        }
    }

    [Fact]
    public async Task A_ceasefire_bears_its_record_s_title_and_address_also_after_both_changed()
    {
        await using var database = _database = await databases.CreateAsync();
        var publisher = new Publisher(database.Desk, TimeProvider.System);
        await publisher.PublishAsync([Documents.Source, Documents.Process, Documents.Party with { Slug = "russia", Title = "Russia", ShortName = "Russia", Mark = "RU" }, Documents.Party, Documents.Ceasefire], "editor", null, ct: Ct);
        var renamed = Documents.Ceasefire with { Title = "Another name", Slug = "another-name", FormerSlugs = [Documents.Ceasefire.Slug] };
        (await publisher.PublishAsync([renamed], "editor", null, ct: Ct)).ShouldBeOfType<PublishOutcome.Published>();

        foreach (var windows in new[] { KeptNothing.Windows(this), KeptNothing.WindowsOfMany(this) })
        {
            var answer = await windows.ReadAsync(new WindowQuestion(Middle.AddDays(-10), Middle.AddDays(10), 1200, LaneKind.Kind, new ListFilter(), null), Ct);
            answer.Spans.Select(s => (s.Value.Record, s.Value.Title, s.Value.Url)).ShouldBe([("ceasefires", "Another name", "/ceasefires/another-name")]);
        }
    }

    RecordContext IDbContextFactory<RecordContext>.CreateDbContext() => new(_database!.ReaderOptions);

    private async Task ShouldShowAsync(int days, bool isShown, ListFilter filter)
    {
        foreach (var windows in new[] { KeptNothing.Windows(this), KeptNothing.WindowsOfMany(this) })
        {
            var answer = await windows.ReadAsync(new WindowQuestion(Middle.AddDays(-days), Middle.AddDays(days), 1200, LaneKind.Kind, filter, null), Ct);
            answer.Spans.Select(s => s.Value.Title).ShouldBe(isShown ? [Documents.Ceasefire.Title] : [], $"{days} days, {filter}");
        }
    }
}
