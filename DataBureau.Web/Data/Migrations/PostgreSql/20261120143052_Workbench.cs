using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Workbench : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_copies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecipientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    ByOrganisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C")
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

            migrationBuilder.CreateIndex(
                name: "IX_history_ActorId_At",
                table: "history",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_ProviderId_State_PackageId_UpdatedAt_Subm~",
                table: "catalogue_entries",
                columns: new[] { "ProviderId", "State", "PackageId", "UpdatedAt", "SubmittedById", "Id" });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_entries_waiting",
                table: "catalogue_entries",
                columns: new[] { "AuthorityId", "State", "PackageId", "ProviderId", "UpdatedAt", "SubmittedById", "SignedOffById", "Id" },
                filter: "\"State\" IN ('UnderReview', 'Approved')");

            migrationBuilder.CreateIndex(
                name: "IX_case_copies_CaseKind_CaseId_RecipientId",
                table: "case_copies",
                columns: new[] { "CaseKind", "CaseId", "RecipientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_copies_RecipientId_ReadAt_At",
                table: "case_copies",
                columns: new[] { "RecipientId", "ReadAt", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_copies");

            migrationBuilder.DropIndex(
                name: "IX_history_ActorId_At",
                table: "history");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_ProviderId_State_PackageId_UpdatedAt_Subm~",
                table: "catalogue_entries");

            migrationBuilder.DropIndex(
                name: "ix_catalogue_entries_waiting",
                table: "catalogue_entries");
        }
    }
}
