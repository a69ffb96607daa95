using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rallies.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MergedRallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "MergedAt",
                table: "Rallies",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MergedBecause",
                table: "Rallies",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Rallies",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FirstRallyId",
                table: "Pledges",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "KnowsRallyId",
                table: "Pledges",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // Whoever has pledged, pledged for the rally they come to, and knows it.
            migrationBuilder.Sql("""UPDATE "Pledges" SET "FirstRallyId" = "RallyId", "KnowsRallyId" = "RallyId";""");

            migrationBuilder.CreateIndex(
                name: "IX_Rallies_MergedIntoId",
                table: "Rallies",
                column: "MergedIntoId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Rallies_MergedIntoId",
                table: "Rallies");

            migrationBuilder.DropColumn(
                name: "MergedAt",
                table: "Rallies");

            migrationBuilder.DropColumn(
                name: "MergedBecause",
                table: "Rallies");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Rallies");

            migrationBuilder.DropColumn(
                name: "FirstRallyId",
                table: "Pledges");

            migrationBuilder.DropColumn(
                name: "KnowsRallyId",
                table: "Pledges");
        }
    }
}
