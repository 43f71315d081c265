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
            migrationBuilder.AddColumn<string>(
                name: "CaseKind",
                table: "notifications",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Category",
                table: "notifications",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "DeadlineAhead");

            migrationBuilder.CreateTable(
                name: "notification_mutes",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_notifications_At",
                table: "notifications",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_ReadAt",
                table: "notifications",
                column: "ReadAt");

            migrationBuilder.CreateIndex(
                name: "IX_history_At",
                table: "history",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_audit_UserId_At",
                table: "audit",
                columns: new[] { "UserId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notification_mutes");

            migrationBuilder.DropIndex(
                name: "IX_notifications_At",
                table: "notifications");

            migrationBuilder.DropIndex(
                name: "IX_notifications_ReadAt",
                table: "notifications");

            migrationBuilder.DropIndex(
                name: "IX_history_At",
                table: "history");

            migrationBuilder.DropIndex(
                name: "IX_audit_UserId_At",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "CaseKind",
                table: "notifications");

            migrationBuilder.DropColumn(
                name: "Category",
                table: "notifications");
        }
    }
}
