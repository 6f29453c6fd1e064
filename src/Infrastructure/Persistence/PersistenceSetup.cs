using Investr.Application;
using Investr.Application.Alerts;
using Investr.Application.Auditing;
using Investr.Application.Exporting;
using Investr.Application.Market;
using Investr.Application.Market.Daily;
using Investr.Application.Pipeline;
using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.Application.Watchlists;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.Persistence.Auditing;
using Investr.Infrastructure.Persistence.Loaders;
using Investr.Infrastructure.Persistence.Repositories;
using Investr.Infrastructure.Searching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Persistence;

internal static class PersistenceSetup
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DatabaseOptions>(configuration.GetSection("Database"), configuration.GetSection("ConnectionStrings"));
        // One that is not known is told, with all other faults, when the host starts.
        (DatabaseKind.Named(configuration["Database:Provider"]) ?? DatabaseKind.Default).AddTo(services);

        // Use cases that change something share one context, which is the unit of work; loaders, which run side by side, ask the
        // factory for one each.
        services.AddScoped(provider =>
        {
            var context = provider.GetRequiredService<IDbContextFactory<InvestrDbContext>>().CreateDbContext();
            context.Begin(provider.GetRequiredService<AuditNote>());
            return context;
        });
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<InvestrDbContext>());
        services.AddSingleton<DatabaseInitializer>().AddHostedService(provider => provider.GetRequiredService<DatabaseInitializer>());
        services.AddHealthChecks().AddDbContextCheck<InvestrDbContext>("database");

        return services
            .AddScoped<IUserRepository, UserRepository>()
            .AddScoped<ISessionRepository, SessionRepository>()
            .AddScoped<ISignInAttempts, SignInAttemptRepository>()
            .AddScoped<IUserPages, UserPages>()
            .AddScoped<IUserLoader, UserLoader>()
            .AddScoped<ISessionLoader, SessionLoader>()
            .AddScoped<ISessionsOfUserLoader, SessionsOfUserLoader>()
            .AddScoped<IAccountRecords, AccountRecords>()
            .AddAuditing()
            .AddPortfolios()
            .AddAssets()
            .AddWatchlists();
    }

    private static IServiceCollection AddAuditing(this IServiceCollection services) => services
        .AddSingleton<AuditSeal>()
        .AddScoped<IAuditTrail, AuditTrail>()
        .AddScoped<IAuditPages, AuditPages>()
        .AddScoped<IAuditVerifier, AuditVerifier>();

    private static IServiceCollection AddPortfolios(this IServiceCollection services) => services
        .AddScoped<IPortfolioRepository, PortfolioRepository>()
        .AddScoped<ITransferBook, TransferBook>()
        .AddScoped<IIdempotencyKeys, IdempotencyKeys>()
        .AddScoped<IPortfolioAccess, PortfolioAccess>()
        .AddScoped<IPortfolioPages, PortfolioPages>()
        .AddScoped<IPortfolioLoader, PortfolioLoader>()
        .AddScoped<IFellowMembersLoader, FellowMembersLoader>()
        .AddScoped<ITransactionPages, TransactionPages>()
        .AddScoped<ILedgerEntries, LedgerEntries>()
        .AddScoped<ITransactionLoader, TransactionLoader>()
        .AddScoped<IEntryFateLoader, EntryFateLoader>()
        .AddScoped<IPositionsLoader, PositionsLoader>()
        .AddScoped<ILedgerLoader, LedgerLoader>()
        .AddSingleton<KeptReplays>()
        .AddSingleton<KeptLedgers>();

    private static IServiceCollection AddAssets(this IServiceCollection services) => services
        .AddScoped<IAssetRepository, AssetRepository>()
        .AddScoped<IAssetLoader, AssetLoader>()
        .AddScoped<IAssetBySymbolLoader, AssetBySymbolLoader>()
        .AddSingleton<IAssetBook, AssetBook>()
        .AddSingleton<CatalogueIndex>()
        .AddScoped<IAssetSearch, AssetSearch>()
        .AddScoped<IAssetPages, AssetPages>()
        .AddSingleton<IListingStore, ListingStore>()
        .AddSingleton<ListingBook>()
        .AddScoped<IDividendLoader, DividendLoader>()
        .AddSingleton<IMarketDataRuns, MarketDataRuns>()
        .AddSingleton<IDemandedAssets, DemandedAssets>()
        .AddSingleton<IPriceStore, PriceStore>()
        .AddSingleton<IExchangeRateStore, ExchangeRateStore>();

    private static IServiceCollection AddWatchlists(this IServiceCollection services) => services
        .AddScoped<IWatchlistRepository, WatchlistRepository>()
        .AddScoped<IWatchlistLoader, WatchlistLoader>()
        .AddScoped<IWatchlistsOfUserLoader, WatchlistsOfUserLoader>()
        .AddScoped<IPriceAlertRepository, PriceAlertRepository>()
        .AddScoped<IPriceAlertLoader, PriceAlertLoader>()
        .AddScoped<IPriceAlertsOfUserLoader, PriceAlertsOfUserLoader>();
}
