using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Investr.Infrastructure.Persistence.PostgreSql.Migrations
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
                    Step = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    Edition = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C")
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
