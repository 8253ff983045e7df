using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class PresentText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The present document stands in its record, and nowhere a second time.
            migrationBuilder.Sql("update record.publications set document = null where until is null and document is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("update record.publications p set document = r.document from record.records r where r.id = p.record_id and p.until is null");
        }
    }
}
