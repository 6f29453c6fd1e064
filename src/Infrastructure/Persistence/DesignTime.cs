using Investr.Infrastructure.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Investr.Infrastructure.Persistence;

/// <summary>What dotnet-ef makes a context with, to compare its migrations with the model: no database is opened, and nothing is sealed.</summary>
internal static class DesignTime
{
    public static DbContextOptions<TContext> OptionsFor<TContext>(Action<DbContextOptionsBuilder> use) where TContext : InvestrDbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        use(options);
        return options.UseApplicationServiceProvider(new ServiceCollection()
            .AddSingleton(new PersonalData(
                new EphemeralDataProtectionProvider(NullLoggerFactory.Instance), ProtectionKey.Read(ProtectionKey.Make())))
            .BuildServiceProvider()).Options;
    }
}
