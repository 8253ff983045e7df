using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Desk
{
    /// <inheritdoc />
    public partial class InitialCreate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "desk");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "desk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                schema: "desk",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    parent = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: true),
                    author = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    parent_hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revisions", x => new { x.record_id, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_record_id",
                schema: "desk",
                table: "audit",
                column: "record_id");

            // History is append-only for everybody, the owner included: what was saved can be neither changed nor taken away.
            migrationBuilder.Sql("""
                create function desk.refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception 'desk.% is append-only: rows are neither changed nor deleted', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create trigger append_only before update or delete on desk.revisions for each row execute function desk.refuse_change();
                create trigger append_only_truncate before truncate on desk.revisions for each statement execute function desk.refuse_change();
                create trigger append_only before update or delete on desk.audit for each row execute function desk.refuse_change();
                create trigger append_only_truncate before truncate on desk.audit for each statement execute function desk.refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function desk.refuse_change() cascade;");

            migrationBuilder.DropTable(
                name: "audit",
                schema: "desk");

            migrationBuilder.DropTable(
                name: "revisions",
                schema: "desk");
        }
    }
}
