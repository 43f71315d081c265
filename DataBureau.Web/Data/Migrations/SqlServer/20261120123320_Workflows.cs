using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Workflows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_history_CaseKind_CaseId_CaseVersion",
                table: "history");

            migrationBuilder.RenameColumn(
                name: "MappingJson",
                table: "import_sessions",
                newName: "ChoicesJson");

            migrationBuilder.AddColumn<bool>(
                name: "HasItOffice",
                table: "organisations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "import_sessions",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<int>(
                name: "CaseVersion",
                table: "history",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.CreateTable(
                name: "annual_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    LiveKey = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Content_ApprovalDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Content_ApprovalNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Content_ContactName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Content_ContactPhone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Content_Summary = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_annual_plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_annual_plans_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slot = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ContentKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    UploadedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UploadedByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    UploadedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    RemovedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attachments_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_days", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "clock_versions",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_versions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "consultation_settings",
                columns: table => new
                {
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    SilenceIsNoObjection = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_settings", x => x.RegionCode);
                    table.ForeignKey(
                        name: "FK_consultation_settings_regions_RegionCode",
                        column: x => x.RegionCode,
                        principalTable: "regions",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ConvenorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Trigger = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    SubjectKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubjectTitle = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    LiveKey = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    MinutesNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Round = table.Column<int>(type: "int", nullable: false),
                    RoundDays = table.Column<int>(type: "int", nullable: true),
                    SilenceIsNoObjection = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ConcludedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Content_Conclusion = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Content_ConclusionText = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Content_ContactName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Content_ContactPhone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Content_EscalatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Content_EscalatedToId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Content_EscalationRecord = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Content_Matter = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Content_MeetingAttendees = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Content_MeetingOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Content_MeetingPlace = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Content_MinutesText = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Content_ReplyDays = table.Column<int>(type: "int", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultations_organisations_ConvenorId",
                        column: x => x.ConvenorId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Limit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CaseState = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Side = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    BudgetDays = table.Column<int>(type: "int", nullable: false),
                    Rungs = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Suspensions = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RemindOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastRung = table.Column<int>(type: "int", nullable: true),
                    CalendarVersion = table.Column<int>(type: "int", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    IsPaused = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadlines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_deadlines_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "digital_bases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    RecipientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LiveKey = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: true),
                    ConsentNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FiledById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AppliedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    BuiltAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ConnectedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Budget = table.Column<decimal>(type: "decimal(11,2)", precision: 11, scale: 2, nullable: true),
                    CapabilityGap = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ConnectionPlan = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ContactName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    ContactPhone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Necessity = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ArgumentConclusion = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    ArgumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    ArgumentParticipants = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    VerificationDate = table.Column<DateOnly>(type: "date", nullable: true),
                    VerificationResult = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digital_bases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_digital_bases_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_digital_bases_organisations_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "filing_recipients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Matter = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FromYear = table.Column<int>(type: "int", nullable: false),
                    To = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filing_recipients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "implementation_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    RecipientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LiveKey = table.Column<string>(type: "nvarchar(700)", maxLength: 700, nullable: true),
                    FilingNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FiledById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FiledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Budget = table.Column<decimal>(type: "decimal(11,2)", precision: 11, scale: 2, nullable: true),
                    ContactName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    ContactPhone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Field = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Finish = table.Column<DateOnly>(type: "date", nullable: true),
                    Start = table.Column<DateOnly>(type: "date", nullable: true),
                    Summary = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_implementation_plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_implementation_plans_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_implementation_plans_organisations_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_sets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Indicators = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Thresholds = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EnabledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DraftKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EnabledKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_sets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_indicator_sets_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joint_meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Agenda = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Participants = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    FollowUpCount = table.Column<int>(type: "int", nullable: false),
                    OpenCount = table.Column<int>(type: "int", nullable: false),
                    MinutesNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_joint_meetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_joint_meetings_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_numbers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    MatterCode = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Serial = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(31)", maxLength: 31, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CaseTitle = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ReservedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ReservedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReservedByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    ReserveReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    IssuedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    IssuedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IssuedByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    VoidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    VoidedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VoidedByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    VoidReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_numbers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ledger_numbers_regions_RegionCode",
                        column: x => x.RegionCode,
                        principalTable: "regions",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Sentence = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Href = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ReadAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_notifications_users_UserId",
                        column: x => x.UserId,
                        principalTable: "users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                columns: table => new
                {
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    MatterCode = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => new { x.RegionCode, x.MatterCode, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "officer_schemes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Stance = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Lines = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_schemes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_officer_schemes_regions_RegionCode",
                        column: x => x.RegionCode,
                        principalTable: "regions",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Post = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecipientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    HolderKey = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    NominationKey = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    FilingNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FiledById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FiledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Acting = table.Column<bool>(type: "bit", nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Office = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    OtherPosts = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PersonName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Rank = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    TermEndsOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_officers_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_officers_organisations_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    RecipientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LiveKey = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ApprovalKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    FilingNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FiledById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FiledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Content_ContactName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Content_ContactPhone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Content_DraftedWith = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Content_NationalPlan = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Content_NationalPlanNote = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PeriodFrom = table.Column<int>(type: "int", nullable: true),
                    PeriodTo = table.Column<int>(type: "int", nullable: true),
                    Content_PublishedIn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Content_PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Content_Summary = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content_Upstream = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_Approval_Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Content_Approval_Number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Content_Approval_OrganId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plans_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plans_organisations_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_components",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    NameKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RetiredWhy = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Capabilities = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_Description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ProjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_components", x => x.Id);
                    table.ForeignKey(
                        name: "FK_shared_components_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supplement_rounds",
                columns: table => new
                {
                    CaseKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RequestedBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Office = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Items = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supplement_rounds", x => new { x.CaseKind, x.CaseId, x.Round });
                });

            migrationBuilder.CreateTable(
                name: "time_limits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Limit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    WorkingDays = table.Column<int>(type: "int", nullable: true),
                    Rungs = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_time_limits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_time_limits_regions_RegionCode",
                        column: x => x.RegionCode,
                        principalTable: "regions",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Track = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    AuthorityId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AnnualPlanId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CodeKey = table.Column<string>(type: "nvarchar(70)", maxLength: 70, nullable: true),
                    ReplyNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Informatization = table.Column<bool>(type: "bit", nullable: true),
                    JudgedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    JudgedByOrganisation = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    JudgedWhy = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    JudgedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SentById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AcceptanceAskedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RepliedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Budget = table.Column<decimal>(type: "decimal(14,2)", precision: 14, scale: 2, nullable: true),
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Content_ContactName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Content_ContactPhone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Deployment = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Content_DeploymentReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    FinishOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content_NewComponents = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_NoDataReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Content_Outsourced = table.Column<bool>(type: "bit", nullable: false),
                    Content_OutsourcedTo = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Content_Outsourcing = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_Reuse = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    StartOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Content_Summary = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Content_Systems = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_projects_annual_plans_AnnualPlanId",
                        column: x => x.AnnualPlanId,
                        principalTable: "annual_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_organisations_AuthorityId",
                        column: x => x.AuthorityId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_projects_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_follow_ups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DoneBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    DoneNote = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    DroppedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_follow_ups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_follow_ups_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_consultation_follow_ups_organisations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_opinions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    QuestionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    SignedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SignedBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_opinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_opinions_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    AskedInRound = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    OutcomeNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    OutcomeBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    OutcomeAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_questions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_questions_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation_units",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    FromRound = table.Column<int>(type: "int", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ReplacedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SilentNote = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    SilentBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    SilentAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    UrgedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CountersignedBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    CountersignedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    UnsignedNote = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_units", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_units_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_consultation_units_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeadlineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Rung = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Recipients = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reminders_deadlines_DeadlineId",
                        column: x => x.DeadlineId,
                        principalTable: "deadlines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_follow_ups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    What = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DoneBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    How = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_follow_ups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meeting_follow_ups_joint_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "joint_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_meeting_follow_ups_organisations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officer_evaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    AuthorityId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    SetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    YearKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Report = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Scores = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ThirdPartyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Result = table.Column<decimal>(type: "decimal(5,2)", precision: 5, scale: 2, nullable: true),
                    Grade = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    GradeReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    PersonnelOffice = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_officer_evaluations_indicator_sets_SetId",
                        column: x => x.SetId,
                        principalTable: "indicator_sets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_officer_evaluations_officers_AppointmentId",
                        column: x => x.AppointmentId,
                        principalTable: "officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_officer_evaluations_organisations_AuthorityId",
                        column: x => x.AuthorityId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_officer_evaluations_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officer_trainings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Course = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Provider = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Hours = table.Column<decimal>(type: "decimal(6,1)", precision: 6, scale: 1, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_trainings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_officer_trainings_officers_AppointmentId",
                        column: x => x.AppointmentId,
                        principalTable: "officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_data_items",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    PlannedEntry = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    EntryKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    LineageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_data_items", x => x.Id);
                    table.ForeignKey(
                        name: "FK_project_data_items_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation_opinion_texts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpinionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    SignedBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_opinion_texts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_opinion_texts_consultation_opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "consultation_opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_history_CaseKind_CaseId_CaseVersion",
                table: "history",
                columns: new[] { "CaseKind", "CaseId", "CaseVersion" },
                unique: true,
                filter: "[CaseVersion] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_annual_plans_OrganisationId",
                table: "annual_plans",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_annual_plans_RegionCode",
                table: "annual_plans",
                column: "RegionCode");

            migrationBuilder.CreateIndex(
                name: "ux_annual_plans_live",
                table: "annual_plans",
                column: "LiveKey",
                unique: true,
                filter: "[LiveKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_CaseKind_CaseId",
                table: "attachments",
                columns: new[] { "CaseKind", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_attachments_OrganisationId",
                table: "attachments",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_Sha256",
                table: "attachments",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_consultation_follow_ups_ConsultationId",
                table: "consultation_follow_ups",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_consultation_follow_ups_OwnerId",
                table: "consultation_follow_ups",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_consultation_opinion_texts_OpinionId_Version",
                table: "consultation_opinion_texts",
                columns: new[] { "OpinionId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consultation_opinions_ConsultationId_Round_UnitId_QuestionId",
                table: "consultation_opinions",
                columns: new[] { "ConsultationId", "Round", "UnitId", "QuestionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consultation_questions_ConsultationId",
                table: "consultation_questions",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_consultation_units_ConsultationId_Number",
                table: "consultation_units",
                columns: new[] { "ConsultationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consultation_units_OrganisationId",
                table: "consultation_units",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_consultations_ConvenorId",
                table: "consultations",
                column: "ConvenorId");

            migrationBuilder.CreateIndex(
                name: "IX_consultations_RegionCode_State",
                table: "consultations",
                columns: new[] { "RegionCode", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_consultations_SubjectKind_SubjectId",
                table: "consultations",
                columns: new[] { "SubjectKind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "ux_consultations_live",
                table: "consultations",
                column: "LiveKey",
                unique: true,
                filter: "[LiveKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_CaseKind_CaseId_Limit",
                table: "deadlines",
                columns: new[] { "CaseKind", "CaseId", "Limit" },
                unique: true,
                filter: "\"FinishedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_FinishedAt_RemindOn",
                table: "deadlines",
                columns: new[] { "FinishedAt", "RemindOn" });

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_OrganisationId_FinishedAt_DueOn",
                table: "deadlines",
                columns: new[] { "OrganisationId", "FinishedAt", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_digital_bases_LineageId_Round",
                table: "digital_bases",
                columns: new[] { "LineageId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_digital_bases_OrganisationId",
                table: "digital_bases",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_digital_bases_RecipientId",
                table: "digital_bases",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_digital_bases_RegionCode",
                table: "digital_bases",
                column: "RegionCode");

            migrationBuilder.CreateIndex(
                name: "ux_digital_bases_live",
                table: "digital_bases",
                column: "LiveKey",
                unique: true,
                filter: "[LiveKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_filing_recipients_Matter_RegionCode_Level_FromYear",
                table: "filing_recipients",
                columns: new[] { "Matter", "RegionCode", "Level", "FromYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_implementation_plans_LineageId_Edition",
                table: "implementation_plans",
                columns: new[] { "LineageId", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_implementation_plans_OrganisationId",
                table: "implementation_plans",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_implementation_plans_RecipientId",
                table: "implementation_plans",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_implementation_plans_RegionCode",
                table: "implementation_plans",
                column: "RegionCode");

            migrationBuilder.CreateIndex(
                name: "ux_implementation_plans_live",
                table: "implementation_plans",
                column: "LiveKey",
                unique: true,
                filter: "[LiveKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_sets_DraftKey",
                table: "indicator_sets",
                column: "DraftKey",
                unique: true,
                filter: "[DraftKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_sets_EnabledKey",
                table: "indicator_sets",
                column: "EnabledKey",
                unique: true,
                filter: "[EnabledKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_sets_OrganisationId",
                table: "indicator_sets",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_sets_RegionCode",
                table: "indicator_sets",
                column: "RegionCode");

            migrationBuilder.CreateIndex(
                name: "IX_joint_meetings_OrganisationId",
                table: "joint_meetings",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_joint_meetings_RegionCode",
                table: "joint_meetings",
                column: "RegionCode");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_numbers_MatterCode_CaseKind_CaseId",
                table: "ledger_numbers",
                columns: new[] { "MatterCode", "CaseKind", "CaseId" },
                unique: true,
                filter: "\"CaseId\" IS NOT NULL AND \"VoidedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_numbers_OrganisationId",
                table: "ledger_numbers",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_numbers_RegionCode_MatterCode_Year_Serial",
                table: "ledger_numbers",
                columns: new[] { "RegionCode", "MatterCode", "Year", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_numbers_Text",
                table: "ledger_numbers",
                column: "Text",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meeting_follow_ups_MeetingId",
                table: "meeting_follow_ups",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_meeting_follow_ups_OwnerId",
                table: "meeting_follow_ups",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_UserId_ReadAt_At",
                table: "notifications",
                columns: new[] { "UserId", "ReadAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_evaluations_AppointmentId",
                table: "officer_evaluations",
                column: "AppointmentId");

            migrationBuilder.CreateIndex(
                name: "IX_officer_evaluations_AuthorityId",
                table: "officer_evaluations",
                column: "AuthorityId");

            migrationBuilder.CreateIndex(
                name: "IX_officer_evaluations_OrganisationId",
                table: "officer_evaluations",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_officer_evaluations_SetId",
                table: "officer_evaluations",
                column: "SetId");

            migrationBuilder.CreateIndex(
                name: "IX_officer_evaluations_Year_State",
                table: "officer_evaluations",
                columns: new[] { "Year", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_evaluations_YearKey",
                table: "officer_evaluations",
                column: "YearKey",
                unique: true,
                filter: "[YearKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_officer_schemes_region",
                table: "officer_schemes",
                column: "RegionCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_officer_trainings_AppointmentId",
                table: "officer_trainings",
                column: "AppointmentId");

            migrationBuilder.CreateIndex(
                name: "IX_officer_trainings_OrganisationId_HeldOn",
                table: "officer_trainings",
                columns: new[] { "OrganisationId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_officers_OrganisationId",
                table: "officers",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_officers_Post_State",
                table: "officers",
                columns: new[] { "Post", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_officers_RecipientId",
                table: "officers",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_officers_RegionCode",
                table: "officers",
                column: "RegionCode");

            migrationBuilder.CreateIndex(
                name: "ux_officers_holder",
                table: "officers",
                column: "HolderKey",
                unique: true,
                filter: "[HolderKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_officers_nomination",
                table: "officers",
                column: "NominationKey",
                unique: true,
                filter: "[NominationKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_plans_LineageId_Edition",
                table: "plans",
                columns: new[] { "LineageId", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_OrganisationId",
                table: "plans",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_plans_RecipientId",
                table: "plans",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_plans_RegionCode_Kind",
                table: "plans",
                columns: new[] { "RegionCode", "Kind" });

            migrationBuilder.CreateIndex(
                name: "ux_plans_approval",
                table: "plans",
                column: "ApprovalKey",
                unique: true,
                filter: "[ApprovalKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_plans_live",
                table: "plans",
                column: "LiveKey",
                unique: true,
                filter: "[LiveKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_project_data_items_LineageId",
                table: "project_data_items",
                column: "LineageId");

            migrationBuilder.CreateIndex(
                name: "ux_project_data_items_name",
                table: "project_data_items",
                columns: new[] { "ProjectId", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_projects_AnnualPlanId",
                table: "projects",
                column: "AnnualPlanId");

            migrationBuilder.CreateIndex(
                name: "IX_projects_AuthorityId_State",
                table: "projects",
                columns: new[] { "AuthorityId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_projects_OrganisationId",
                table: "projects",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_projects_RegionCode_State",
                table: "projects",
                columns: new[] { "RegionCode", "State" });

            migrationBuilder.CreateIndex(
                name: "ux_projects_code",
                table: "projects",
                column: "CodeKey",
                unique: true,
                filter: "[CodeKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_DeadlineId_DueOn_Rung",
                table: "reminders",
                columns: new[] { "DeadlineId", "DueOn", "Rung" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_components_OrganisationId",
                table: "shared_components",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "ux_shared_components_name",
                table: "shared_components",
                columns: new[] { "RegionCode", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_time_limits_Limit_RegionCode",
                table: "time_limits",
                columns: new[] { "Limit", "RegionCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_time_limits_RegionCode",
                table: "time_limits",
                column: "RegionCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "clock_versions");

            migrationBuilder.DropTable(
                name: "consultation_follow_ups");

            migrationBuilder.DropTable(
                name: "consultation_opinion_texts");

            migrationBuilder.DropTable(
                name: "consultation_questions");

            migrationBuilder.DropTable(
                name: "consultation_settings");

            migrationBuilder.DropTable(
                name: "consultation_units");

            migrationBuilder.DropTable(
                name: "digital_bases");

            migrationBuilder.DropTable(
                name: "filing_recipients");

            migrationBuilder.DropTable(
                name: "implementation_plans");

            migrationBuilder.DropTable(
                name: "ledger_numbers");

            migrationBuilder.DropTable(
                name: "meeting_follow_ups");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "officer_evaluations");

            migrationBuilder.DropTable(
                name: "officer_schemes");

            migrationBuilder.DropTable(
                name: "officer_trainings");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "project_data_items");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "shared_components");

            migrationBuilder.DropTable(
                name: "supplement_rounds");

            migrationBuilder.DropTable(
                name: "time_limits");

            migrationBuilder.DropTable(
                name: "consultation_opinions");

            migrationBuilder.DropTable(
                name: "joint_meetings");

            migrationBuilder.DropTable(
                name: "indicator_sets");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropTable(
                name: "deadlines");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "annual_plans");

            migrationBuilder.DropIndex(
                name: "IX_history_CaseKind_CaseId_CaseVersion",
                table: "history");

            migrationBuilder.DropColumn(
                name: "HasItOffice",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "import_sessions");

            migrationBuilder.RenameColumn(
                name: "ChoicesJson",
                table: "import_sessions",
                newName: "MappingJson");

            migrationBuilder.AlterColumn<int>(
                name: "CaseVersion",
                table: "history",
                type: "int",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "int",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_history_CaseKind_CaseId_CaseVersion",
                table: "history",
                columns: new[] { "CaseKind", "CaseId", "CaseVersion" },
                unique: true);
        }
    }
}
