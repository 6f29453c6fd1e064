using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Investr.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TransferredLots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "TakenFrom",
                table: "Transactions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TransferredLots",
                table: "Transactions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Transactions_TakenFrom",
                table: "Transactions",
                column: "TakenFrom",
                filter: "\"TakenFrom\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Transactions_TakenFrom",
                table: "Transactions");

            migrationBuilder.DropColumn(
                name: "TakenFrom",
                table: "Transactions");

            migrationBuilder.DropColumn(
                name: "TransferredLots",
                table: "Transactions");
        }
    }
}
