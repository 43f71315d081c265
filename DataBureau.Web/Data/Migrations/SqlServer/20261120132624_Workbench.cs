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
            migrationBuilder.AddColumn<bool>(
                name: "FinishedLate",
                table: "deadlines",
                type: "bit",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_PublishedAt_RegionCode_ProviderId",
                table: "catalogue_entries",
                columns: new[] { "PublishedAt", "RegionCode", "ProviderId" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_tallies");

            migrationBuilder.DropIndex(
                name: "IX_catalogue_entries_PublishedAt_RegionCode_ProviderId",
                table: "catalogue_entries");

            migrationBuilder.DropColumn(
                name: "FinishedLate",
                table: "deadlines");
        }
    }
}
