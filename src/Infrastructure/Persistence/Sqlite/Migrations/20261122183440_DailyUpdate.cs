using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Investr.Infrastructure.Persistence.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 50,
                nullable: false,
                defaultValue: "manual");

            migrationBuilder.CreateTable(
                name: "AssetDividends",
                columns: table => new
                {
                    AssetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Exchange = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Symbols = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AssetsAsked = table.Column<int>(type: "INTEGER", nullable: false),
                    AssetsUpdated = table.Column<int>(type: "INTEGER", nullable: false),
                    AssetsFailed = table.Column<int>(type: "INTEGER", nullable: false),
                    ProviderCalls = table.Column<int>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RatesDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastDone = table.Column<Guid>(type: "TEXT", nullable: true),
                    Turn = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Failures = table.Column<string>(type: "TEXT", nullable: false)
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
