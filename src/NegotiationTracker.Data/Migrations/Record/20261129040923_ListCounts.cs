using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class ListCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_records_kind_sort_day_id",
                schema: "record",
                table: "records");

            migrationBuilder.CreateIndex(
                name: "ix_records_kind_sort_day_id",
                schema: "record",
                table: "records",
                columns: new[] { "kind", "sort_day", "id" },
                descending: new[] { false, true, true },
                filter: "document is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "form", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_records_kind_sort_day_id",
                schema: "record",
                table: "records");

            migrationBuilder.CreateIndex(
                name: "ix_records_kind_sort_day_id",
                schema: "record",
                table: "records",
                columns: new[] { "kind", "sort_day", "id" },
                descending: new[] { false, true, true },
                filter: "document is not null");
        }
    }
}
