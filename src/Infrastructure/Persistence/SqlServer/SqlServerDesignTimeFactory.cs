using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Investr.Infrastructure.Persistence.SqlServer;

internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerInvestrDbContext>
{
    public SqlServerInvestrDbContext CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<SqlServerInvestrDbContext>(options => options.UseSqlServer("Server=design-time;Database=Investr")));
}
