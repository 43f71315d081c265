using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.PostgreSql
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ReleasedAt",
                table: "project_data_items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReleasedBy",
                table: "project_data_items",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ReleasedByOrganisation",
                table: "project_data_items",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ReleasedWhy",
                table: "project_data_items",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "C");
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
