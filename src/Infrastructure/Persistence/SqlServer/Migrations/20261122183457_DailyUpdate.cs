using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Investr.Infrastructure.Persistence.SqlServer.Migrations
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
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: false,
                defaultValue: "manual",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "AssetDividends",
                columns: table => new
                {
                    AssetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<string>(type: "varchar(31)", unicode: false, maxLength: 31, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Currency = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Exchange = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: true),
                    Symbols = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AssetsAsked = table.Column<int>(type: "int", nullable: false),
                    AssetsUpdated = table.Column<int>(type: "int", nullable: false),
                    AssetsFailed = table.Column<int>(type: "int", nullable: false),
                    ProviderCalls = table.Column<int>(type: "int", nullable: false),
                    Message = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RatesDone = table.Column<bool>(type: "bit", nullable: false),
                    LastDone = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Turn = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Failures = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarketDataRuns", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MarketDataRuns_Exchange_Day",
                table: "MarketDataRuns",
                columns: new[] { "Exchange", "Day" },
                unique: true,
                filter: "[Exchange] IS NOT NULL AND [Day] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MarketDataRuns_Turn",
                table: "MarketDataRuns",
                column: "Turn",
                unique: true,
                filter: "[Turn] IS NOT NULL");
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
