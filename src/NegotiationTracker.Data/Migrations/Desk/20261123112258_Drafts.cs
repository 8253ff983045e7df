using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Desk
{
    /// <inheritdoc />
    public partial class Drafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "redacted_at",
                schema: "desk",
                table: "revisions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "redaction_reason",
                schema: "desk",
                table: "revisions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "accounts",
                schema: "desk",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    disabled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_looks",
                schema: "desk",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_looks", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "presences",
                schema: "desk",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "source_publishers",
                schema: "desk",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reliability = table.Column<char>(type: "character(1)", nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_publishers", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                schema: "desk",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    base_revision = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_by = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    authors = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    comment = table.Column<string>(type: "text", nullable: true),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    review_comment = table.Column<string>(type: "text", nullable: true),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                    table.ForeignKey(
                        name: "fk_drafts_accounts_saved_by",
                        column: x => x.saved_by,
                        principalSchema: "desk",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_saves",
                schema: "desk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    refused = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_saves", x => x.id);
                    table.ForeignKey(
                        name: "fk_draft_saves_drafts_draft_id",
                        column: x => x.draft_id,
                        principalSchema: "desk",
                        principalTable: "drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_comments",
                schema: "desk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_review_comments_drafts_draft_id",
                        column: x => x.draft_id,
                        principalSchema: "desk",
                        principalTable: "drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_normalized_email",
                schema: "desk",
                table: "accounts",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_normalized_user_name",
                schema: "desk",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_draft_saves_draft_id_id",
                schema: "desk",
                table: "draft_saves",
                columns: new[] { "draft_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_one_open",
                schema: "desk",
                table: "drafts",
                column: "record_id",
                unique: true,
                filter: "state in ('Open', 'Returned', 'InReview', 'Scheduled')");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_saved_by",
                schema: "desk",
                table: "drafts",
                column: "saved_by");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_state_saved_at",
                schema: "desk",
                table: "drafts",
                columns: new[] { "state", "saved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_presences_draft_id",
                schema: "desk",
                table: "presences",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_comments_draft_id",
                schema: "desk",
                table: "review_comments",
                column: "draft_id");

            // The one change that history allows: a redaction, which leaves the row's place in the chain and nothing else. The function runs as the
            // owner; the desk's role may call it and may not change the row itself.
            migrationBuilder.Sql("""
                create or replace function desk.refuse_change() returns trigger language plpgsql as $$
                begin
                    -- One condition in the other: the fields of "old" exist for a changed revision alone.
                    if tg_table_name = 'revisions' and tg_op = 'UPDATE' then
                        if current_setting('tracker.redacting', true) = old.record_id::text || '/' || old.number::text
                            and new.document is null and new.comment is null and (new.record_id, new.number, new.hash, new.parent_hash, new.author, new.saved_at, new.kind, new.action)
                            is not distinct from (old.record_id, old.number, old.hash, old.parent_hash, old.author, old.saved_at, old.kind, old.action) then
                            return new;
                        end if;
                    end if;
                    raise exception 'desk.% is append-only: rows are neither changed nor deleted', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create function desk.redact_revision(of_record uuid, of_number integer, why text) returns void language plpgsql security definer set search_path = pg_catalog as $$
                begin
                    perform set_config('tracker.redacting', of_record::text || '/' || of_number::text, true);
                    update desk.revisions set document = null, comment = null, redacted_at = now(), redaction_reason = why
                        where record_id = of_record and number = of_number and redacted_at is null;
                    perform set_config('tracker.redacting', '', true);
                end $$;
                revoke all on function desk.redact_revision(uuid, integer, text) from public;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop function desk.redact_revision(uuid, integer, text);
                create or replace function desk.refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception 'desk.% is append-only: rows are neither changed nor deleted', tg_table_name using errcode = 'restrict_violation';
                end $$;
                """);

            migrationBuilder.DropTable(
                name: "desk_looks",
                schema: "desk");

            migrationBuilder.DropTable(
                name: "draft_saves",
                schema: "desk");

            migrationBuilder.DropTable(
                name: "presences",
                schema: "desk");

            migrationBuilder.DropTable(
                name: "review_comments",
                schema: "desk");

            migrationBuilder.DropTable(
                name: "source_publishers",
                schema: "desk");

            migrationBuilder.DropTable(
                name: "drafts",
                schema: "desk");

            migrationBuilder.DropTable(
                name: "accounts",
                schema: "desk");

            migrationBuilder.DropColumn(
                name: "redacted_at",
                schema: "desk",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "redaction_reason",
                schema: "desk",
                table: "revisions");
        }
    }
}
