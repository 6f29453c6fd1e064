using Investr.Application;
using Investr.Application.Alerts;
using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Importing;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.Messaging;
using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Tests.Messaging;
using Investr.TestKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>A real database with the catalogue in it, an investor called ada, and every use case; each request has a scope of its own.</summary>
internal sealed class InvestorDatabase : IAsyncDisposable
{
    private UserId? _viewer;

    private InvestorDatabase(TemporaryDatabase database) => Database = database;

    public TemporaryDatabase Database { get; }

    public User Ada { get; private set; } = null!;

    public static async Task<InvestorDatabase> CreateAsync(Action<IServiceCollection>? more = null)
    {
        InvestorDatabase? created = null;
        var viewer = Substitute.For<IViewer>();
        viewer.Id.Returns(_ => created?._viewer);
        viewer.RequiredId.Returns(_ => created!._viewer!.Value);

        var database = await TemporaryDatabase.CreateAsync((services, configuration) =>
        {
            services
                .AddApplication()
                .AddMarketData(configuration)
                .AddAlerts()
                .AddSingleton<IAlertNotices, AlertNoticesInMemory>()
                .AddImporting()
                .AddScoped<IStartupStep, CatalogueStep>()
                .AddSingleton(viewer);
            more?.Invoke(services);
        });
        created = new(database);
        created.Ada = await created.SignUpAsync("ada");
        created.ActAs(created.Ada);
        return created;
    }

    public void ActAs(User user) => _viewer = user.Id;

    public async Task<User> SignUpAsync(string name)
    {
        var user = A.User(name, Database.Clock.Now);
        await using var context = Database.Context();
        context.Add(user);
        await context.SaveChangesAsync();
        return user;
    }

    public Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request) =>
        Database.InScopeAsync(services => services.GetRequiredService<IMediator>().Send(request));

    public async Task<PortfolioId> CreatePortfolioAsync(string currency = "USD") =>
        (await SendAsync(new CreatePortfolio("Savings", BaseCurrency: Currency.Parse(currency)))).Id;

    public Task<RecordedTransactions> RecordAsync(PortfolioId portfolio, params TransactionDraft[] drafts) =>
        SendAsync(new RecordTransactions(portfolio, drafts));

    /// <summary>What the portfolio holds, read afresh.</summary>
    public Task<Positions?> PositionsAsync(PortfolioId portfolio, string? asOf = null) => Database.InScopeAsync(services =>
        services.GetRequiredService<IPositionsLoader>().LoadAsync(new PositionsKey(portfolio, asOf is null ? null : A.Day(asOf))));

    /// <summary>The portfolio's ledger, read afresh.</summary>
    public Task<Ledger> LedgerAsync(PortfolioId portfolio) => Database.InScopeAsync(async services =>
        (await services.GetRequiredService<ILedgerLoader>().LoadAsync(portfolio))!);

    /// <summary>Assets of the catalogue, by their symbols.</summary>
    public Task<Dictionary<string, AssetId>> AssetsAsync(params IReadOnlyList<string> symbols) => Database.InScopeAsync(async services =>
        symbols.Zip(await services.GetRequiredService<IAssetBySymbolLoader>().LoadAsync([.. symbols]))
            .ToDictionary(pair => pair.First, pair => pair.Second!.Single!.Id));

    public async Task<AssetId> AddCustomAssetAsync(User owner, string symbol)
    {
        var asset = Asset.Custom(
            AssetId.New(Database.Clock.Now), owner.Id, new(symbol, "Something of one's own", AssetType.Other, Currency.Usd));
        await using var context = Database.Context();
        context.Add(asset);
        await context.SaveChangesAsync();
        return asset.Id;
    }

    /// <summary>What a start of the service over the same database finds, with the same people.</summary>
    public async Task<InvestorDatabase> RestartedAsync() => new(await Database.RestartedAsync()) { Ada = Ada, _viewer = _viewer };

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

/// <summary>Drafts as a client would send them.</summary>
internal static class Draft
{
    public static TransactionDraft Buy(decimal units, string symbol, string day, decimal at, decimal? fee = null) => new()
    {
        Type = TransactionType.Buy, Symbol = symbol, TradeDate = A.Day(day), Quantity = units, UnitPrice = at, Fee = fee,
    };

    public static TransactionDraft Sell(decimal units, string symbol, string day, decimal at, decimal? fee = null) => new()
    {
        Type = TransactionType.Sell, Symbol = symbol, TradeDate = A.Day(day), Quantity = units, UnitPrice = at, Fee = fee,
    };

    public static TransactionDraft Split(string symbol, string day, decimal ratio) => new()
    {
        Type = TransactionType.Split, Symbol = symbol, TradeDate = A.Day(day), Ratio = ratio,
    };

    public static TransactionDraft Dividend(decimal amount, string symbol, string day) => new()
    {
        Type = TransactionType.Dividend, Symbol = symbol, TradeDate = A.Day(day), Amount = amount,
    };

    public static TransactionDraft Deposit(decimal amount, string day, string? currency = null) => new()
    {
        Type = TransactionType.Deposit, TradeDate = A.Day(day), Amount = amount,
        Currency = currency is null ? null : Currency.Parse(currency),
    };
}
