using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class TimelineWindow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_day_id",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_record_kind_day_id",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "source_count",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "at",
                schema: "record",
                table: "timeline_entries",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<long>(
                name: "number",
                schema: "record",
                table: "timeline_entries",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

            migrationBuilder.AddColumn<string[]>(
                name: "sources",
                schema: "record",
                table: "timeline_entries",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "till",
                schema: "record",
                table: "timeline_entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "worth",
                schema: "record",
                table: "timeline_entries",
                type: "bigint",
                nullable: false,
                computedColumnSql: "(importance::bigint << 48) + 281474976710655 - number",
                stored: true);

            // What was published before has its place on the axis after the same rule (Edtf.OnAxis): a clock time is an instant, a day begins at 00:00 UTC.
            migrationBuilder.Sql(
                """
                update record.timeline_entries set
                    at = case when split_part(date, '/', 1) ~ 'T' and (zone is not null or split_part(date, '/', 1) ~ 'Z|T.*[+-]\d') then earliest else day::timestamp at time zone 'UTC' end,
                    till = case when latest is null then null
                        when date ~ 'T[^/]*$' and (zone is not null or date ~ 'T[^/]*(Z|[+-]\d)[^/]*$') then case when date ~ 'T\d\d:\d\d:\d\d[^/]*$' then latest else latest + interval '1 second' end
                        else (last_day + 1)::timestamp at time zone 'UTC' end,
                    sources = coalesce((
                        select array_agg(distinct s.slug order by s.slug) from record."references" r join record.records s on s.id = r.to_id
                        where r.record_id = timeline_entries.record_id and s.kind = 'sources'), '{}')
                """);

            migrationBuilder.CreateTable(
                name: "timeline_facets",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dimension = table.Column<short>(type: "smallint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    record_kind = table.Column<string>(type: "text", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    is_counted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeline_facets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "timeline_marks",
                schema: "record",
                columns: table => new
                {
                    facet_id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    worth = table.Column<long>(type: "bigint", nullable: false),
                    disputed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                });

            migrationBuilder.CreateTable(
                name: "timeline_slots",
                schema: "record",
                columns: table => new
                {
                    facet_id = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<short>(type: "smallint", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    disputed = table.Column<int>(type: "integer", nullable: false),
                    top = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                });

            migrationBuilder.CreateTable(
                name: "timeline_spans",
                schema: "record",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    form = table.Column<short>(type: "smallint", nullable: false),
                    due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    till = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeline_spans", x => new { x.record_id, x.from });
                    table.ForeignKey(
                        name: "fk_timeline_spans_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_at_worth",
                schema: "record",
                table: "timeline_entries",
                columns: new[] { "at", "worth" },
                descending: new bool[0],
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_from",
                schema: "record",
                table: "timeline_entries",
                column: "from");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_number",
                schema: "record",
                table: "timeline_entries",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_facets_dimension_entries",
                schema: "record",
                table: "timeline_facets",
                columns: new[] { "dimension", "entries" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_timeline_facets_dimension_key_record_kind",
                schema: "record",
                table: "timeline_facets",
                columns: new[] { "dimension", "key", "record_kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_marks_facet_id_at_worth",
                schema: "record",
                table: "timeline_marks",
                columns: new[] { "facet_id", "at", "worth" },
                unique: true)
                .Annotation("Npgsql:IndexInclude", new[] { "disputed" });

            migrationBuilder.CreateIndex(
                name: "ix_timeline_slots_facet_id_unit_start",
                schema: "record",
                table: "timeline_slots",
                columns: new[] { "facet_id", "unit", "start" },
                unique: true)
                .Annotation("Npgsql:IndexInclude", new[] { "entries", "disputed", "top" });

            // What began before a window and reaches into it: few, because most entries last a day at most.
            migrationBuilder.Sql("create index ix_timeline_entries_long on record.timeline_entries using gist (tstzrange(at, till)) where till - at > interval '1 day'");
            migrationBuilder.Sql("create index ix_timeline_spans_ceasefires on record.timeline_spans using gist (tstzrange(\"from\", till)) where form = 0");
            migrationBuilder.Sql("create index ix_timeline_entries_place on record.timeline_entries using gin (place public.gin_trgm_ops) where until is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var index in new[] { "ix_timeline_entries_long", "ix_timeline_entries_place" }) migrationBuilder.Sql($"drop index record.{index}");

            migrationBuilder.DropTable(
                name: "timeline_facets",
                schema: "record");

            migrationBuilder.DropTable(
                name: "timeline_marks",
                schema: "record");

            migrationBuilder.DropTable(
                name: "timeline_slots",
                schema: "record");

            migrationBuilder.DropTable(
                name: "timeline_spans",
                schema: "record");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_at_worth",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_from",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_number",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "worth",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "at",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "number",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "sources",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropColumn(
                name: "till",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.AddColumn<int>(
                name: "source_count",
                schema: "record",
                table: "timeline_entries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_day_id",
                schema: "record",
                table: "timeline_entries",
                columns: new[] { "day", "id" },
                descending: new bool[0],
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_record_kind_day_id",
                schema: "record",
                table: "timeline_entries",
                columns: new[] { "record_kind", "day", "id" },
                descending: new[] { false, true, true },
                filter: "until is null");
        }
    }
}
