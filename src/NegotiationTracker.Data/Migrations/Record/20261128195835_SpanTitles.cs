using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class SpanTitles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "record_slug",
                schema: "record",
                table: "timeline_spans",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "title",
                schema: "record",
                table: "timeline_spans",
                type: "text",
                nullable: false,
                defaultValue: "");

            // What is there already takes it over from its record.
            migrationBuilder.Sql("update record.timeline_spans s set record_slug = r.slug, title = r.title from record.records r where r.id = s.record_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "record_slug",
                schema: "record",
                table: "timeline_spans");

            migrationBuilder.DropColumn(
                name: "title",
                schema: "record",
                table: "timeline_spans");
        }
    }
}
