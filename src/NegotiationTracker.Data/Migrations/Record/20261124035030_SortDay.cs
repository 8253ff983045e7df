using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class SortDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "sort_day",
                schema: "record",
                table: "records",
                type: "date",
                nullable: false,
                computedColumnSql: "coalesce(first_day, '-infinity'::date)",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_records_kind_sort_day_id",
                schema: "record",
                table: "records",
                columns: new[] { "kind", "sort_day", "id" },
                descending: new[] { false, true, true },
                filter: "document is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_records_kind_sort_day_id",
                schema: "record",
                table: "records");

            migrationBuilder.DropColumn(
                name: "sort_day",
                schema: "record",
                table: "records");
        }
    }
}
