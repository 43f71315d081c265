using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Workbench : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SuccessorId",
                table: "organisations",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CaseKind",
                table: "notifications",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Category",
                table: "notifications",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "DeadlineAhead");

            migrationBuilder.AddColumn<bool>(
                name: "FinishedLate",
                table: "deadlines",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "case_copies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecipientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    ByOrganisation = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ReadAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_copies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_copies_users_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_tallies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProviderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsHead = table.Column<bool>(type: "bit", nullable: false),
                    Sharing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Opening = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Change = table.Column<int>(type: "int", nullable: false),
                    Merged = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_tallies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dictionary_items",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    List = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    TextKey = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    DisabledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dictionary_items", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notification_mutes",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Category = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notification_mutes", x => new { x.UserId, x.Category });
                    table.ForeignKey(
                        name: "FK_notification_mutes_users_UserId",
                        column: x => x.UserId,
                        principalTable: "users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organisation_names",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation_names", x => x.Id);
                    table.ForeignKey(
                        name: "FK_organisation_names_organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "policy_switches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Section = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Remark = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OpenKey = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ProposedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DecidedByName = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_switches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_policy_switches_regions_RegionCode",
                        column: x => x.RegionCode,
                        principalTable: "regions",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_organisations_SuccessorId",
                table: "organisations",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_At",
                table: "notifications",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_ReadAt",
                table: "notifications",
                column: "ReadAt");

            migrationBuilder.CreateIndex(
                name: "IX_history_ActorId_At",
                table: "history",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_history_At",
                table: "history",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_ProviderId_State_PackageId_UpdatedAt_SubmittedById_Id",
                table: "catalogue_entries",
                columns: new[] { "ProviderId", "State", "PackageId", "UpdatedAt", "SubmittedById", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_PublishedAt_RegionCode_ProviderId",
                table: "catalogue_entries",
                columns: new[] { "PublishedAt", "RegionCode", "ProviderId" });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_entries_waiting",
                table: "catalogue_entries",
                columns: new[] { "AuthorityId", "State", "PackageId", "ProviderId", "UpdatedAt", "SubmittedById", "SignedOffById", "Id" },
                filter: "\"State\" IN ('UnderReview', 'Approved')");

            migrationBuilder.CreateIndex(
                name: "IX_audit_UserId_At",
                table: "audit",
                columns: new[] { "UserId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_case_copies_CaseKind_CaseId_RecipientId",
                table: "case_copies",
                columns: new[] { "CaseKind", "CaseId", "RecipientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_copies_RecipientId_ReadAt_At",
                table: "case_copies",
                columns: new[] { "RecipientId", "ReadAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_tallies_Merged",
                table: "catalogue_tallies",
                column: "Merged");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_tallies_ProviderId",
                table: "catalogue_tallies",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_tallies_RegionCode",
                table: "catalogue_tallies",
                column: "RegionCode");

            migrationBuilder.CreateIndex(
                name: "ux_dictionary_items_text",
                table: "dictionary_items",
                columns: new[] { "List", "TextKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisation_names_OrganisationId",
                table: "organisation_names",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_policy_switches_RegionCode",
                table: "policy_switches",
                column: "RegionCode");

            migrationBuilder.CreateIndex(
                name: "IX_policy_switches_State_RegionCode",
                table: "policy_switches",
                columns: new[] { "State", "RegionCode" });

            migrationBuilder.CreateIndex(
                name: "ux_policy_switches_open",
                table: "policy_switches",
                column: "OpenKey",
                unique: true,
                filter: "[OpenKey] IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_organisations_organisations_SuccessorId",
                table: "organisations",
                column: "SuccessorId",
                principalTable: "organisations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_organisations_organisations_SuccessorId",
                table: "organisations");

            migrationBuilder.DropTable(
                name: "case_copies");

            migrationBuilder.DropTable(
                name: "catalogue_tallies");

            migrationBuilder.DropTable(
                name: "dictionary_items");

            migrationBuilder.DropTable(
                name: "notification_mutes");

            migrationBuilder.DropTable(
                name: "organisation_names");

            migrationBuilder.DropTable(
                name: "policy_switches");

            migrationBuilder.DropIndex(
                name: "IX_organisations_SuccessorId",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_notifications_At",
                table: "notifications");

            migrationBuilder.DropIndex(
                name: "IX_notifications_ReadAt",
                table: "notifications");

            migrationBuilder.DropIndex(
                name: "IX_history_ActorId_At",
                table: "history");

            migrationBuilder.DropIndex(
                name: "IX_history_At",
                table: "history");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_ProviderId_State_PackageId_UpdatedAt_SubmittedById_Id",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_PublishedAt_RegionCode_ProviderId",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "ix_catalogue_entries_waiting",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "IX_audit_UserId_At",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "CaseKind",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "Category",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "FinishedLate",
                table: "deadlines");
        }
    }
}
