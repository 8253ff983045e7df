using NegotiationTracker.Tests.Infrastructure;
using Npgsql;
using Shouldly;
using Xunit;

namespace NegotiationTracker.Tests.Database;

public sealed class DatabaseIndexesTests(ClassDatabase own) : IClassFixture<ClassDatabase>
{
    private readonly TestDatabase _database = own.Database;

    [Theory]
    [InlineData("ix_records_kind_slug", "select 1 from record.records where kind = 'talks' and slug = 'x'")]
    [InlineData("ix_records_parties", "select 1 from record.records where parties @> array['ukraine']")]
    [InlineData("ix_records_people", "select 1 from record.records where people @> array['rustem-umerov']")]
    [InlineData("ix_records_processes", "select 1 from record.records where processes @> array['istanbul-2025']")]
    [InlineData("ix_records_topics", "select 1 from record.records where topics @> array['prisoners']")]
    [InlineData("ix_search_entries_words", "select 1 from record.search_entries where words @@ websearch_to_tsquery('english', 'prisoner exchange')")]
    [InlineData("ix_search_entries_named", "select record_id from record.search_entries where named @@ $$'umerov' & '~i5'$$::tsquery limit 501")]
    [InlineData("ix_search_entries_actors", "select record_id from record.search_entries where kind in ('people', 'organizations', 'parties', 'processes') and named @@ $$'zel':*$$::tsquery limit 200")]
    [InlineData("ix_search_words_alike", "select word from record.search_words order by word <-> 'istambul' limit 24")]
    [InlineData("ix_timeline_entries_words", "select 1 from record.timeline_entries where until is not null and words @@ websearch_to_tsquery('english', 'drone')")]
    [InlineData("ix_timeline_entries_parties", "select 1 from record.timeline_entries where parties @> array['russia']")]
    [InlineData("ix_timeline_entries_at_worth", "select 1 from record.timeline_entries where until is null order by at desc, worth desc limit 20")]
    [InlineData("ix_timeline_marks_facet_id_at_worth", "select worth from record.timeline_marks where facet_id = 7 order by at desc, worth desc limit 20")]
    public async Task An_index_serves_the_question_it_was_made_for(string index, string sql)
    {
        await using var connection = await _database.Reader.OpenConnectionAsync(TestContext.Current.CancellationToken);
        // The tables are empty: without this the planner rightly reads them whole.
        await using var set = new NpgsqlCommand("set enable_seqscan = off", connection);
        await set.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var explain = new NpgsqlCommand($"explain (format json) {sql}", connection);
        var plan = (string?)await explain.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        plan.ShouldNotBeNull();
        plan.ShouldContain($"\"{index}\"");
    }
}
