using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Investr.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class StartupSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "StartupSteps",
                columns: table => new
                {
                    Step = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Edition = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StartupSteps", x => x.Step);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StartupSteps");
        }
    }
}
