using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace NegotiationTracker.Data.Migrations.Record
{
    /// <inheritdoc />
    public partial class Topics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "topics",
                schema: "record",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    pax_category = table.Column<string>(type: "text", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topics", x => x.key);
                });

            migrationBuilder.InsertData(
                schema: "record",
                table: "topics",
                columns: new[] { "key", "label", "ordinal", "pax_category", "retired_at" },
                values: new object[,]
                {
                    { "armed-forces", "Armed forces", 8, "Security sector: armed forces", null },
                    { "bilateral-relations", "Bilateral relations", 19, null, null },
                    { "black-sea", "Black Sea and shipping", 17, null, null },
                    { "bodies", "Bodies of the dead", 3, "Humanitarian: missing and dead", null },
                    { "ceasefire", "Ceasefire", 1, "Ceasefire", null },
                    { "children", "Children", 4, "Groups: children and youth", null },
                    { "economy", "Economy and minerals", 20, "Socio-economic: natural resources", null },
                    { "elections", "Elections", 12, "Governance: elections", null },
                    { "energy", "Energy", 16, null, null },
                    { "guarantees", "Security guarantees", 11, "Implementation: security guarantees", null },
                    { "humanitarian", "Humanitarian matters", 15, "Socio-economic: humanitarian assistance", null },
                    { "language", "Language and culture", 13, "Groups: language", null },
                    { "leaders-meeting", "Meeting of leaders", 5, null, null },
                    { "monitoring", "Monitoring", 14, "Implementation: monitoring", null },
                    { "negotiation-format", "Format of the talks", 18, "Process: negotiation format", null },
                    { "neutrality", "Neutrality and alliances", 7, "State definition: international relations", null },
                    { "prisoners", "Prisoners", 2, "Prisoner release", null },
                    { "reparations", "Reparations and assets", 10, "Transitional justice: reparations", null },
                    { "sanctions", "Sanctions", 9, "Socio-economic: sanctions", null },
                    { "territory", "Territory", 6, "State definition: territory", null }
                });

            migrationBuilder.CreateIndex(
                name: "ix_topics_label",
                schema: "record",
                table: "topics",
                column: "label",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "topics",
                schema: "record");
        }
    }
}
