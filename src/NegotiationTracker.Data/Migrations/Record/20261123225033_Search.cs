using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_parties",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_people",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_processes",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_topics",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_words",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_search_entries_names",
                schema: "record",
                table: "search_entries");

            migrationBuilder.DropIndex(
                name: "ix_search_entries_words",
                schema: "record",
                table: "search_entries");

            migrationBuilder.DropIndex(
                name: "ix_records_parties",
                schema: "record",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_records_people",
                schema: "record",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_records_processes",
                schema: "record",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_records_topics",
                schema: "record",
                table: "records");

            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                schema: "record",
                table: "search_entries",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "importance",
                schema: "record",
                table: "search_entries",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<string[]>(
                name: "keys",
                schema: "record",
                table: "search_entries",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AlterColumn<NpgsqlTsVector>(
                name: "words",
                schema: "record",
                table: "search_entries",
                type: "tsvector",
                nullable: false,
                computedColumnSql: "setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('english', names), 'B') || to_tsvector('english', body) || array_to_tsvector(keys || ('~k' || kind) || ('~i' || importance::text) || ('~i' || importance::text || 'y' || coalesce(date_part('year', day)::int::text, '')))",
                stored: true,
                oldClrType: typeof(NpgsqlTsVector),
                oldType: "tsvector",
                oldComputedColumnSql: "setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('english', names), 'B') || to_tsvector('english', body)",
                oldStored: true);

            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "named",
                schema: "record",
                table: "search_entries",
                type: "tsvector",
                nullable: false,
                computedColumnSql: "setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('english', names), 'B') || array_to_tsvector(keys || ('~k' || kind) || ('~i' || importance::text) || ('~i' || importance::text || 'y' || coalesce(date_part('year', day)::int::text, '')))",
                stored: true);

            migrationBuilder.CreateTable(
                name: "search_words",
                schema: "record",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => x.word);
                });

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_parties",
                schema: "record",
                table: "timeline_entries",
                column: "parties")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_people",
                schema: "record",
                table: "timeline_entries",
                column: "people")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_processes",
                schema: "record",
                table: "timeline_entries",
                column: "processes")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_topics",
                schema: "record",
                table: "timeline_entries",
                column: "topics")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_words",
                schema: "record",
                table: "timeline_entries",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_actors",
                schema: "record",
                table: "search_entries",
                column: "named",
                filter: "kind in ('people', 'organizations', 'parties', 'processes')")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_named",
                schema: "record",
                table: "search_entries",
                column: "named")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_words",
                schema: "record",
                table: "search_entries",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_records_parties",
                schema: "record",
                table: "records",
                column: "parties")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_records_people",
                schema: "record",
                table: "records",
                column: "people")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_records_processes",
                schema: "record",
                table: "records",
                column: "processes")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_records_topics",
                schema: "record",
                table: "records",
                column: "topics")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_search_words_alike",
                schema: "record",
                table: "search_words",
                column: "word")
                .Annotation("Npgsql:IndexMethod", "gist")
                .Annotation("Npgsql:IndexOperators", new[] { "gist_trgm_ops" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_words",
                schema: "record");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_parties",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_people",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_processes",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_topics",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_words",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.DropIndex(
                name: "ix_search_entries_actors",
                schema: "record",
                table: "search_entries");

            migrationBuilder.DropIndex(
                name: "ix_search_entries_named",
                schema: "record",
                table: "search_entries");

            migrationBuilder.DropIndex(
                name: "ix_search_entries_words",
                schema: "record",
                table: "search_entries");

            migrationBuilder.DropIndex(
                name: "ix_records_parties",
                schema: "record",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_records_people",
                schema: "record",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_records_processes",
                schema: "record",
                table: "records");

            migrationBuilder.DropIndex(
                name: "ix_records_topics",
                schema: "record",
                table: "records");

            migrationBuilder.DropColumn(
                name: "named",
                schema: "record",
                table: "search_entries");

            migrationBuilder.DropColumn(
                name: "day",
                schema: "record",
                table: "search_entries");

            migrationBuilder.DropColumn(
                name: "importance",
                schema: "record",
                table: "search_entries");

            migrationBuilder.DropColumn(
                name: "keys",
                schema: "record",
                table: "search_entries");

            migrationBuilder.AlterColumn<NpgsqlTsVector>(
                name: "words",
                schema: "record",
                table: "search_entries",
                type: "tsvector",
                nullable: false,
                computedColumnSql: "setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('english', names), 'B') || to_tsvector('english', body)",
                stored: true,
                oldClrType: typeof(NpgsqlTsVector),
                oldType: "tsvector",
                oldComputedColumnSql: "setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('english', names), 'B') || to_tsvector('english', body) || array_to_tsvector(keys || ('~k' || kind) || ('~i' || importance::text) || ('~i' || importance::text || 'y' || coalesce(date_part('year', day)::int::text, '')))",
                oldStored: true);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_parties",
                schema: "record",
                table: "timeline_entries",
                column: "parties")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_people",
                schema: "record",
                table: "timeline_entries",
                column: "people")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_processes",
                schema: "record",
                table: "timeline_entries",
                column: "processes")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_topics",
                schema: "record",
                table: "timeline_entries",
                column: "topics")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_words",
                schema: "record",
                table: "timeline_entries",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_names",
                schema: "record",
                table: "search_entries",
                column: "names")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_words",
                schema: "record",
                table: "search_entries",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_records_parties",
                schema: "record",
                table: "records",
                column: "parties")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_records_people",
                schema: "record",
                table: "records",
                column: "people")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_records_processes",
                schema: "record",
                table: "records",
                column: "processes")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_records_topics",
                schema: "record",
                table: "records",
                column: "topics")
                .Annotation("Npgsql:IndexMethod", "gin");
        }
    }
}
