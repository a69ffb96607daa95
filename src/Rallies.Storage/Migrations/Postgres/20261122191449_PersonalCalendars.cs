using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Rallies.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PersonalCalendars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PersonalCalendarId",
                table: "Pledges",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PersonalCalendars",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SecretHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    UsedOn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalCalendars", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_PersonalCalendarId",
                table: "Pledges",
                column: "PersonalCalendarId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalCalendars_SecretHash",
                table: "PersonalCalendars",
                column: "SecretHash",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Pledges_PersonalCalendars_PersonalCalendarId",
                table: "Pledges",
                column: "PersonalCalendarId",
                principalTable: "PersonalCalendars",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Pledges_PersonalCalendars_PersonalCalendarId",
                table: "Pledges");

            migrationBuilder.DropTable(
                name: "PersonalCalendars");

            migrationBuilder.DropIndex(
                name: "IX_Pledges_PersonalCalendarId",
                table: "Pledges");

            migrationBuilder.DropColumn(
                name: "PersonalCalendarId",
                table: "Pledges");
        }
    }
}
