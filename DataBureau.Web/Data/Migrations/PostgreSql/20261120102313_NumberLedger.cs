using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.PostgreSql
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
