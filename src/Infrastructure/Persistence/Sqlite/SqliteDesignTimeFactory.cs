using Investr.Infrastructure.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Investr.Infrastructure.Persistence.Sqlite;

/// <summary>Gives dotnet-ef a context to compare the migrations with; no database is opened, and nothing is sealed.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteInvestrDbContext>
{
    public SqliteInvestrDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteInvestrDbContext>()
        .UseSqlite("Data Source=design-time.db")
        .UseApplicationServiceProvider(new ServiceCollection()
            .AddSingleton(new PersonalData(
                new EphemeralDataProtectionProvider(NullLoggerFactory.Instance), ProtectionKey.Read(ProtectionKey.Make())))
            .BuildServiceProvider())
        .Options);
}
