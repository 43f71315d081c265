using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CaseNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_history_CaseKind_CaseId_CaseVersion",
                table: "history");

            migrationBuilder.AlterColumn<int>(
                name: "CaseVersion",
                table: "history",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.CreateIndex(
                name: "IX_history_CaseKind_CaseId_CaseVersion",
                table: "history",
                columns: new[] { "CaseKind", "CaseId", "CaseVersion" },
                unique: true,
                filter: "[CaseVersion] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_history_CaseKind_CaseId_CaseVersion",
                table: "history");

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
