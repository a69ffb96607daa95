using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rallies.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Days",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    Hashtags = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Time = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Lasts = table.Column<int>(type: "INTEGER", nullable: false),
                    ZoneId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    AnnouncedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CallsToAction = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Days", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeyRing",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyRing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SealedRecipient = table.Column<string>(type: "TEXT", nullable: false),
                    SealedSubject = table.Column<string>(type: "TEXT", nullable: false),
                    SealedBody = table.Column<string>(type: "TEXT", nullable: true),
                    RecipientHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GoneAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SiteFacts",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteFacts", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Speakers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Speakers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rallies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DayId = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    MeetingPoint_Place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    MeetingPoint_Directions = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    MeetingPoint_Latitude = table.Column<double>(type: "REAL", nullable: true),
                    MeetingPoint_Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    Organiser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OwnStart = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    OwnLength = table.Column<int>(type: "INTEGER", nullable: true),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    IsPostponed = table.Column<bool>(type: "INTEGER", nullable: false),
                    CalledOffAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CalledOffBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CountingClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FigureSignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CodeAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HiddenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HiddenBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SealedContact = table.Column<string>(type: "TEXT", nullable: true),
                    ContactConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    StartedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DifferentBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Access_Childcare = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Access_ChildrenWelcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Access_HearingLoop = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Access_NearestStop = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Access_QuietPlace = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Access_Seating = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Access_SignLanguage = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Access_StepFree = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Access_Toilets = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Town_Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Town_Latitude = table.Column<double>(type: "REAL", nullable: false),
                    Town_Longitude = table.Column<double>(type: "REAL", nullable: false),
                    Town_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Town_Region = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Town_Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Town_ZoneId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rallies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rallies_Days_DayId",
                        column: x => x.DayId,
                        principalTable: "Days",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckIns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RallyId = table.Column<int>(type: "INTEGER", nullable: false),
                    With = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: true),
                    Skew = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSure = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckIns_Rallies_RallyId",
                        column: x => x.RallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Confirmations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RallyId = table.Column<int>(type: "INTEGER", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Confirmations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Confirmations_Rallies_RallyId",
                        column: x => x.RallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Disputes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Union = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Employer = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Demands = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Help = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    SourceUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    StrikeFundUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PetitionUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ProposedByRallyId = table.Column<int>(type: "INTEGER", nullable: true),
                    AcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disputes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disputes_Rallies_ProposedByRallyId",
                        column: x => x.ProposedByRallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Grants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    RallyId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Grants_Rallies_RallyId",
                        column: x => x.RallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pledges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RallyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Bringing = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstBringing = table.Column<int>(type: "INTEGER", nullable: false),
                    SecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SealedMail = table.Column<string>(type: "TEXT", nullable: true),
                    MailHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    MailSecretHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    MailAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MailConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    KnowsSequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pledges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pledges_Rallies_RallyId",
                        column: x => x.RallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Slots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RallyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    SpeakerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Slots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Slots_Rallies_RallyId",
                        column: x => x.RallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Slots_Speakers_SpeakerId",
                        column: x => x.SpeakerId,
                        principalTable: "Speakers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Taps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RallyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Undoes = table.Column<Guid>(type: "TEXT", nullable: true),
                    Low = table.Column<int>(type: "INTEGER", nullable: true),
                    High = table.Column<int>(type: "INTEGER", nullable: true),
                    Method = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Skew = table.Column<long>(type: "INTEGER", nullable: false),
                    Offline = table.Column<bool>(type: "INTEGER", nullable: false),
                    Device = table.Column<Guid>(type: "TEXT", nullable: false),
                    Door = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GrantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Taps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Taps_Rallies_RallyId",
                        column: x => x.RallyId,
                        principalTable: "Rallies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PicketLines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DisputeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Gate = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Days = table.Column<int>(type: "INTEGER", maxLength: 30, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    First = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Last = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Exceptions = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Town_Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Town_Latitude = table.Column<double>(type: "REAL", nullable: false),
                    Town_Longitude = table.Column<double>(type: "REAL", nullable: false),
                    Town_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Town_Region = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Town_Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Town_ZoneId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PicketLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PicketLines_Disputes_DisputeId",
                        column: x => x.DisputeId,
                        principalTable: "Disputes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PicketShifts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LineId = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    CalendarId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    EndsAt = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PicketShifts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PicketShifts_PicketLines_LineId",
                        column: x => x.LineId,
                        principalTable: "PicketLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_RallyId",
                table: "CheckIns",
                column: "RallyId");

            migrationBuilder.CreateIndex(
                name: "IX_Confirmations_RallyId",
                table: "Confirmations",
                column: "RallyId");

            migrationBuilder.CreateIndex(
                name: "IX_Confirmations_SecretHash",
                table: "Confirmations",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Days_Slug",
                table: "Days",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_ProposedByRallyId",
                table: "Disputes",
                column: "ProposedByRallyId");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_Slug",
                table: "Disputes",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Grants_RallyId",
                table: "Grants",
                column: "RallyId");

            migrationBuilder.CreateIndex(
                name: "IX_Grants_SecretHash",
                table: "Grants",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_RecipientHash_WrittenAt",
                table: "Outbox",
                columns: new[] { "RecipientHash", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_SentAt_NextAttemptAt",
                table: "Outbox",
                columns: new[] { "SentAt", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PicketLines_DisputeId",
                table: "PicketLines",
                column: "DisputeId");

            migrationBuilder.CreateIndex(
                name: "IX_PicketShifts_CalendarId",
                table: "PicketShifts",
                column: "CalendarId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PicketShifts_LineId_Date_Ordinal",
                table: "PicketShifts",
                columns: new[] { "LineId", "Date", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_MailHash",
                table: "Pledges",
                column: "MailHash");

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_MailSecretHash",
                table: "Pledges",
                column: "MailSecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_RallyId",
                table: "Pledges",
                column: "RallyId");

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_SecretHash",
                table: "Pledges",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rallies_DayId_Slug",
                table: "Rallies",
                columns: new[] { "DayId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rallies_StartedBy",
                table: "Rallies",
                column: "StartedBy",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Slots_RallyId_Position",
                table: "Slots",
                columns: new[] { "RallyId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Slots_SpeakerId",
                table: "Slots",
                column: "SpeakerId");

            migrationBuilder.CreateIndex(
                name: "IX_Speakers_Slug",
                table: "Speakers",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Taps_RallyId",
                table: "Taps",
                column: "RallyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "Confirmations");

            migrationBuilder.DropTable(
                name: "Grants");

            migrationBuilder.DropTable(
                name: "KeyRing");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "PicketShifts");

            migrationBuilder.DropTable(
                name: "Pledges");

            migrationBuilder.DropTable(
                name: "SiteFacts");

            migrationBuilder.DropTable(
                name: "Slots");

            migrationBuilder.DropTable(
                name: "Taps");

            migrationBuilder.DropTable(
                name: "PicketLines");

            migrationBuilder.DropTable(
                name: "Speakers");

            migrationBuilder.DropTable(
                name: "Disputes");

            migrationBuilder.DropTable(
                name: "Rallies");

            migrationBuilder.DropTable(
                name: "Days");
        }
    }
}
