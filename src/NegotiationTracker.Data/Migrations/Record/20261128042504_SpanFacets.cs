using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class SpanFacets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "parties",
                schema: "record",
                table: "timeline_spans",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "people",
                schema: "record",
                table: "timeline_spans",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "processes",
                schema: "record",
                table: "timeline_spans",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "topics",
                schema: "record",
                table: "timeline_spans",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            // What is there already takes it over from its record.
            migrationBuilder.Sql("update record.timeline_spans s set processes = r.processes, parties = r.parties, people = r.people, topics = r.topics from record.records r where r.id = s.record_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "parties",
                schema: "record",
                table: "timeline_spans");

            migrationBuilder.DropColumn(
                name: "people",
                schema: "record",
                table: "timeline_spans");

            migrationBuilder.DropColumn(
                name: "processes",
                schema: "record",
                table: "timeline_spans");

            migrationBuilder.DropColumn(
                name: "topics",
                schema: "record",
                table: "timeline_spans");
        }
    }
}
