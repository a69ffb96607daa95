using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rallies.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StampsStandInEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "PicketShifts");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "PicketShifts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "PicketShifts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "PicketShifts",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }
    }
}
