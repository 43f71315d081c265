using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DataListConsent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AddedLater",
                table: "project_data_items",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReleasedAt",
                table: "project_data_items",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReleasedBy",
                table: "project_data_items",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReleasedByOrganisation",
                table: "project_data_items",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReleasedWhy",
                table: "project_data_items",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AddedLater",
                table: "project_data_items");

            migrationBuilder.DropColumn(
                name: "ReleasedAt",
                table: "project_data_items");

            migrationBuilder.DropColumn(
                name: "ReleasedBy",
                table: "project_data_items");

            migrationBuilder.DropColumn(
                name: "ReleasedByOrganisation",
                table: "project_data_items");

            migrationBuilder.DropColumn(
                name: "ReleasedWhy",
                table: "project_data_items");
        }
    }
}
