using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DataBureau.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class FilingChoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "RemovalDate",
                table: "officers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RemovalNotedAt",
                table: "officers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RemovalNumber",
                table: "officers",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NoticedAt",
                table: "joint_meetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RecipientLevel",
                table: "filing_recipients",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RemovalDate",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "RemovalNotedAt",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "RemovalNumber",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "NoticedAt",
                table: "joint_meetings");

            migrationBuilder.DropColumn(
                name: "RecipientLevel",
                table: "filing_recipients");
        }
    }
}
