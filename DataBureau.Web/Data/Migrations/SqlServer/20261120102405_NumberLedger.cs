using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class NumberLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_numbers");

            migrationBuilder.DropTable(
                name: "number_series");
        }
    }
}
