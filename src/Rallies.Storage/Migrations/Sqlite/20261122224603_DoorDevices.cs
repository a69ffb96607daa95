using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rallies.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DoorDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "TakenIn",
                table: "Taps",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "DoorDevices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoorDevices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoorDevices_Grants_GrantId",
                        column: x => x.GrantId,
                        principalTable: "Grants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DoorDevices_GrantId",
                table: "DoorDevices",
                column: "GrantId");

            migrationBuilder.CreateIndex(
                name: "IX_DoorDevices_TokenHash",
                table: "DoorDevices",
                column: "TokenHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DoorDevices");

            migrationBuilder.DropColumn(
                name: "TakenIn",
                table: "Taps");
        }
    }
}
