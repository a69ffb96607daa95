using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rallies.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CuesAndAnnouncements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DayId = table.Column<int>(type: "integer", nullable: false),
                    RallyId = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "character varying(280)", maxLength: 280, nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    TakenBackAt = table.Column<long>(type: "bigint", nullable: true),
                    TakenBackBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Announcements_Days_DayId",
                        column: x => x.DayId,
                        principalTable: "Days",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Announcements_Rallies_RallyId",
                        column: x => x.RallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Cues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RallyId = table.Column<int>(type: "integer", nullable: false),
                    SlotId = table.Column<Guid>(type: "uuid", nullable: true),
                    OnSince = table.Column<long>(type: "bigint", nullable: false),
                    Shift = table.Column<int>(type: "integer", nullable: false),
                    IsOver = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    TakenBackAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cues_Rallies_RallyId",
                        column: x => x.RallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_DayId_MadeAt",
                table: "Announcements",
                columns: new[] { "DayId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_RallyId",
                table: "Announcements",
                column: "RallyId");

            migrationBuilder.CreateIndex(
                name: "IX_Cues_RallyId_At",
                table: "Cues",
                columns: new[] { "RallyId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Announcements");

            migrationBuilder.DropTable(
                name: "Cues");
        }
    }
}
