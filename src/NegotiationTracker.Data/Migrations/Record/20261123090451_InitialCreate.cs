using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class InitialCreate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "record");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "records",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    short_title = table.Column<string>(type: "text", nullable: true),
                    mark = table.Column<string>(type: "text", nullable: true),
                    summary = table.Column<string>(type: "text", nullable: true),
                    form = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: true),
                    date = table.Column<string>(type: "text", nullable: true),
                    zone = table.Column<string>(type: "text", nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    processes = table.Column<string[]>(type: "text[]", nullable: false),
                    parties = table.Column<string[]>(type: "text[]", nullable: false),
                    people = table.Column<string[]>(type: "text[]", nullable: false),
                    topics = table.Column<string[]>(type: "text[]", nullable: false),
                    source_count = table.Column<int>(type: "integer", nullable: false),
                    disputed = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retracted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retraction_reason = table.Column<string>(type: "text", nullable: true),
                    content_hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "citations",
                schema: "record",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    quote = table.Column<string>(type: "text", nullable: true),
                    claimant = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_citations", x => new { x.record_id, x.position });
                    table.ForeignKey(
                        name: "fk_citations_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_citations_records_source_id",
                        column: x => x.source_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                schema: "record",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    difference = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => new { x.record_id, x.position });
                    table.ForeignKey(
                        name: "fk_claims_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delegation_members",
                schema: "record",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    organization = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    presence = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegation_members", x => new { x.record_id, x.position });
                    table.ForeignKey(
                        name: "fk_delegation_members_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exchange_figures",
                schema: "record",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    to_party = table.Column<string>(type: "text", nullable: true),
                    counting = table.Column<string>(type: "text", nullable: false),
                    low = table.Column<long>(type: "bigint", nullable: true),
                    best = table.Column<long>(type: "bigint", nullable: true),
                    high = table.Column<long>(type: "bigint", nullable: true),
                    bound = table.Column<string>(type: "text", nullable: false),
                    withheld = table.Column<bool>(type: "boolean", nullable: false),
                    claimant = table.Column<string>(type: "text", nullable: true),
                    rank = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_figures", x => new { x.record_id, x.position });
                    table.ForeignKey(
                        name: "fk_exchange_figures_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publications",
                schema: "record",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    comment = table.Column<string>(type: "text", nullable: true),
                    hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publications", x => new { x.record_id, x.revision });
                    table.ForeignKey(
                        name: "fk_publications_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "references",
                schema: "record",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_references", x => new { x.record_id, x.position });
                    table.ForeignKey(
                        name: "fk_references_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_references_records_to_id",
                        column: x => x.to_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                schema: "record",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    names = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('english', names), 'B') || to_tsvector('english', body)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entries", x => x.record_id);
                    table.ForeignKey(
                        name: "fk_search_entries_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "slugs",
                schema: "record",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_slugs", x => new { x.kind, x.slug });
                    table.ForeignKey(
                        name: "fk_slugs_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "timeline_entries",
                schema: "record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "text", nullable: false),
                    record_slug = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    earliest = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    latest = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    date = table.Column<string>(type: "text", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: true),
                    date_note = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    summary = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    processes = table.Column<string[]>(type: "text[]", nullable: false),
                    parties = table.Column<string[]>(type: "text[]", nullable: false),
                    people = table.Column<string[]>(type: "text[]", nullable: false),
                    topics = table.Column<string[]>(type: "text[]", nullable: false),
                    importance = table.Column<short>(type: "smallint", nullable: false),
                    source_count = table.Column<int>(type: "integer", nullable: false),
                    disputed = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "to_tsvector('english', title || ' ' || coalesce(summary, '') || ' ' || coalesce(place, ''))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeline_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_timeline_entries_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "record",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_citations_source_id",
                schema: "record",
                table: "citations",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_members_person",
                schema: "record",
                table: "delegation_members",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_publications_from",
                schema: "record",
                table: "publications",
                column: "from",
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_records_changed_at",
                schema: "record",
                table: "records",
                column: "changed_at",
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_records_kind_first_day_id",
                schema: "record",
                table: "records",
                columns: new[] { "kind", "first_day", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_records_kind_slug",
                schema: "record",
                table: "records",
                columns: new[] { "kind", "slug" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_references_to_id_role",
                schema: "record",
                table: "references",
                columns: new[] { "to_id", "role" });

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
                name: "ix_slugs_record_id",
                schema: "record",
                table: "slugs",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_day_id",
                schema: "record",
                table: "timeline_entries",
                columns: new[] { "day", "id" },
                descending: new bool[0],
                filter: "until is null");

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
                name: "ix_timeline_entries_record_id",
                schema: "record",
                table: "timeline_entries",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entries_record_kind_day_id",
                schema: "record",
                table: "timeline_entries",
                columns: new[] { "record_kind", "day", "id" },
                descending: new[] { false, true, true },
                filter: "until is null");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "citations",
                schema: "record");

            migrationBuilder.DropTable(
                name: "claims",
                schema: "record");

            migrationBuilder.DropTable(
                name: "delegation_members",
                schema: "record");

            migrationBuilder.DropTable(
                name: "exchange_figures",
                schema: "record");

            migrationBuilder.DropTable(
                name: "publications",
                schema: "record");

            migrationBuilder.DropTable(
                name: "references",
                schema: "record");

            migrationBuilder.DropTable(
                name: "search_entries",
                schema: "record");

            migrationBuilder.DropTable(
                name: "slugs",
                schema: "record");

            migrationBuilder.DropTable(
                name: "timeline_entries",
                schema: "record");

            migrationBuilder.DropTable(
                name: "records",
                schema: "record");
        }
    }
}
