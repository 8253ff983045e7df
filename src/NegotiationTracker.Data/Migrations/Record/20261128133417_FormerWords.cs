using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class FormerWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_words",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.AlterColumn<NpgsqlTsVector>(
                name: "words",
                schema: "record",
                table: "timeline_entries",
                type: "tsvector",
                nullable: true,
                computedColumnSql: "case when until is not null then to_tsvector('english', title || ' ' || coalesce(summary, '') || ' ' || coalesce(place, '')) end",
                stored: true,
                oldClrType: typeof(NpgsqlTsVector),
                oldType: "tsvector",
                oldComputedColumnSql: "to_tsvector('english', title || ' ' || coalesce(summary, '') || ' ' || coalesce(place, ''))",
                oldStored: true);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_words",
                schema: "record",
                table: "timeline_entries",
                column: "words",
                filter: "until is not null")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            // Records' words hold those of their entries from now on: the start of the program fills again what has no importance.
            migrationBuilder.Sql("update record.search_entries set importance = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_timeline_entries_words",
                schema: "record",
                table: "timeline_entries");

            migrationBuilder.AlterColumn<NpgsqlTsVector>(
                name: "words",
                schema: "record",
                table: "timeline_entries",
                type: "tsvector",
                nullable: false,
                computedColumnSql: "to_tsvector('english', title || ' ' || coalesce(summary, '') || ' ' || coalesce(place, ''))",
                stored: true,
                oldClrType: typeof(NpgsqlTsVector),
                oldType: "tsvector",
                oldNullable: true,
                oldComputedColumnSql: "case when until is not null then to_tsvector('english', title || ' ' || coalesce(summary, '') || ' ' || coalesce(place, '')) end",
                oldStored: true);

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_words",
                schema: "record",
                table: "timeline_entries",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);
        }
    }
}
