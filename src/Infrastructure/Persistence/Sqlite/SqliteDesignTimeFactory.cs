using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Investr.Infrastructure.Persistence.Sqlite;

internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteInvestrDbContext>
{
    public SqliteInvestrDbContext CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqliteInvestrDbContext>(options => options.UseSqlite("Data Source=design-time.db")));
}
