using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Investr.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DailyUpdate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "ExchangeRates",
                type: "character varying(50)",
                maxLength: 50,
                nullable: false,
                defaultValue: "manual",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "AssetDividends",
                columns: table => new
                {
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric", nullable: false),
                    Currency = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetDividends", x => new { x.AssetId, x.ExDate });
                    table.ForeignKey(
                        name: "FK_AssetDividends_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MarketDataRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Exchange = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: true),
                    Symbols = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    AssetsAsked = table.Column<int>(type: "integer", nullable: false),
                    AssetsUpdated = table.Column<int>(type: "integer", nullable: false),
                    AssetsFailed = table.Column<int>(type: "integer", nullable: false),
                    ProviderCalls = table.Column<int>(type: "integer", nullable: false),
                    Message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    RatesDone = table.Column<bool>(type: "boolean", nullable: false),
                    LastDone = table.Column<Guid>(type: "uuid", nullable: true),
                    Turn = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true, collation: "C"),
                    Failures = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarketDataRuns", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MarketDataRuns_Exchange_Day",
                table: "MarketDataRuns",
                columns: new[] { "Exchange", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MarketDataRuns_Turn",
                table: "MarketDataRuns",
                column: "Turn",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssetDividends");

            migrationBuilder.DropTable(
                name: "MarketDataRuns");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "ExchangeRates");
        }
    }
}
