using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Rallies.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ImportedDisputes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    DisputeId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedDisputes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportedDisputes_Disputes_DisputeId",
                        column: x => x.DisputeId,
                        principalTable: "Disputes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportedEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Uid = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    RecurrenceId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RallyId = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Stamp = table.Column<long>(type: "bigint", nullable: true),
                    Told = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Left = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    AppliedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportedEvents_Rallies_RallyId",
                        column: x => x.RallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportedDisputes_DisputeId",
                table: "ImportedDisputes",
                column: "DisputeId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedDisputes_Source_ExternalId",
                table: "ImportedDisputes",
                columns: new[] { "Source", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportedEvents_RallyId",
                table: "ImportedEvents",
                column: "RallyId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportedEvents_Source_Uid_RecurrenceId",
                table: "ImportedEvents",
                columns: new[] { "Source", "Uid", "RecurrenceId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportedDisputes");

            migrationBuilder.DropTable(
                name: "ImportedEvents");
        }
    }
}
