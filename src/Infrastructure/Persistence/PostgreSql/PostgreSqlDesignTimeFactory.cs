using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Investr.Infrastructure.Persistence.PostgreSql;

internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlInvestrDbContext>
{
    public PostgreSqlInvestrDbContext CreateDbContext(string[] args) =>
        new(DesignTime.OptionsFor<PostgreSqlInvestrDbContext>(options => options.UseNpgsql("Host=design-time;Database=investr")));
}
