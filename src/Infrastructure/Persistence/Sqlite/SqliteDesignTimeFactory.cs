using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Investr.Infrastructure.Persistence.Sqlite;

/// <summary>Gives dotnet-ef a context to compare the migrations with; no database is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteInvestrDbContext>
{
    public SqliteInvestrDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteInvestrDbContext>().UseSqlite("Data Source=design-time.db").Options);
}
