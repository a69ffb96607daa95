using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rallies.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CalendarEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CalendarEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AlteredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Before_End = table.Column<long>(type: "INTEGER", nullable: true),
                    Before_Place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Before_Start = table.Column<long>(type: "INTEGER", nullable: true),
                    Before_Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Before_ZoneId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Told_End = table.Column<long>(type: "INTEGER", nullable: false),
                    Told_Place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Told_Start = table.Column<long>(type: "INTEGER", nullable: false),
                    Told_Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Told_ZoneId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarEntries", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarEntries");
        }
    }
}
