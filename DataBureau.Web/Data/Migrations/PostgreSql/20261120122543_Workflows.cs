using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Workflows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "MappingJson",
                table: "import_sessions",
                newName: "ChoicesJson");

            migrationBuilder.AddColumn<bool>(
                name: "HasItOffice",
                table: "organisations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "import_sessions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AlterColumn<int>(
                name: "CaseVersion",
                table: "history",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slot = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    ContentKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    UploadedById = table.Column<Guid>(type: "uuid", nullable: false),
                    UploadedByName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    UploadedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RemovedById = table.Column<Guid>(type: "uuid", nullable: true)
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
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_days", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "clock_versions",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_versions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Limit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    CaseState = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    BudgetDays = table.Column<int>(type: "integer", nullable: false),
                    Rungs = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Suspensions = table.Column<string>(type: "text", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RemindOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastRung = table.Column<int>(type: "integer", nullable: true),
                    CalendarVersion = table.Column<int>(type: "integer", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    IsPaused = table.Column<bool>(type: "boolean", nullable: false)
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
                name: "filing_recipients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Matter = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromYear = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filing_recipients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "indicator_sets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LineageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Indicators = table.Column<string>(type: "text", nullable: false),
                    Thresholds = table.Column<string>(type: "text", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EnabledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DraftKey = table.Column<Guid>(type: "uuid", nullable: true),
                    EnabledKey = table.Column<Guid>(type: "uuid", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Agenda = table.Column<string>(type: "text", nullable: false),
                    Participants = table.Column<string>(type: "text", nullable: false),
                    FollowUpCount = table.Column<int>(type: "integer", nullable: false),
                    OpenCount = table.Column<int>(type: "integer", nullable: false),
                    MinutesNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    MatterCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Serial = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseTitle = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    ReservedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReservedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ReservedByName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    ReserveReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    IssuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IssuedById = table.Column<Guid>(type: "uuid", nullable: true),
                    IssuedByName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    VoidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    VoidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    VoidedByName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    VoidReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Sentence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Href = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    ReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    MatterCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => new { x.RegionCode, x.MatterCode, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "officer_schemes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Post = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecipientId = table.Column<Guid>(type: "uuid", nullable: true),
                    HolderKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    NominationKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    FilingNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubmittedById = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledById = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Acting = table.Column<bool>(type: "boolean", nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    OtherPosts = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    PersonName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    Phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true, collation: "C"),
                    Rank = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LineageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    RecipientId = table.Column<Guid>(type: "uuid", nullable: true),
                    LiveKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    ApprovalKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    FilingNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubmittedById = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledById = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Content_ContactName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Content_ContactPhone = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Content_DraftedWith = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Content_NationalPlan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Content_NationalPlanNote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    PeriodFrom = table.Column<int>(type: "integer", nullable: true),
                    PeriodTo = table.Column<int>(type: "integer", nullable: true),
                    Content_PublishedIn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Content_PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Content_Summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Content_Upstream = table.Column<string>(type: "text", nullable: false),
                    Content_Approval_Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Content_Approval_Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Content_Approval_OrganId = table.Column<Guid>(type: "uuid", nullable: true)
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
                name: "supplement_rounds",
                columns: table => new
                {
                    CaseKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    Office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Items = table.Column<string>(type: "text", nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supplement_rounds", x => new { x.CaseKind, x.CaseId, x.Round });
                });

            migrationBuilder.CreateTable(
                name: "time_limits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Limit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    WorkingDays = table.Column<int>(type: "integer", nullable: true),
                    Rungs = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                name: "reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeadlineId = table.Column<Guid>(type: "uuid", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Rung = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Recipients = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    What = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DoneBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    How = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C")
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    AuthorityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    SetId = table.Column<Guid>(type: "uuid", nullable: false),
                    YearKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Report = table.Column<string>(type: "text", nullable: false),
                    Scores = table.Column<string>(type: "text", nullable: false),
                    ThirdPartyName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Result = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    GradeReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    PersonnelOffice = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    DocumentNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    SubmittedById = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Course = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Provider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Hours = table.Column<decimal>(type: "numeric(6,1)", precision: 6, scale: 1, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                name: "IX_filing_recipients_Matter_RegionCode_Level_FromYear",
                table: "filing_recipients",
                columns: new[] { "Matter", "RegionCode", "Level", "FromYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_indicator_sets_DraftKey",
                table: "indicator_sets",
                column: "DraftKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_indicator_sets_EnabledKey",
                table: "indicator_sets",
                column: "EnabledKey",
                unique: true);

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
                unique: true);

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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_officers_nomination",
                table: "officers",
                column: "NominationKey",
                unique: true);

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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_plans_live",
                table: "plans",
                column: "LiveKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_DeadlineId_DueOn_Rung",
                table: "reminders",
                columns: new[] { "DeadlineId", "DueOn", "Rung" },
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
                name: "filing_recipients");

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
                name: "reminders");

            migrationBuilder.DropTable(
                name: "supplement_rounds");

            migrationBuilder.DropTable(
                name: "time_limits");

            migrationBuilder.DropTable(
                name: "joint_meetings");

            migrationBuilder.DropTable(
                name: "indicator_sets");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropTable(
                name: "deadlines");

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
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);
        }
    }
}
