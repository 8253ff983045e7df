using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class WindowIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What a window needs to choose among the thousands that reach into it, without a look at the wide rows.
            migrationBuilder.Sql("drop index record.ix_timeline_entries_long");
            migrationBuilder.Sql("create index ix_timeline_entries_long on record.timeline_entries using gist (tstzrange(at, till)) include (at, till, until, importance, number, worth, record_kind) where till - at > interval '1 day'");
            // Over a long window lie more ceasefires than are shown: the longest come first.
            migrationBuilder.Sql("create index ix_timeline_spans_longest on record.timeline_spans ((till is null) desc, (till - \"from\") desc, record_id) where form = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index record.ix_timeline_spans_longest");
            migrationBuilder.Sql("drop index record.ix_timeline_entries_long");
            migrationBuilder.Sql("create index ix_timeline_entries_long on record.timeline_entries using gist (tstzrange(at, till)) where till - at > interval '1 day'");
        }
    }
}
