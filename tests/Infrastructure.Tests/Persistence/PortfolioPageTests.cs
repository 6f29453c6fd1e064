using Investr.Application.Diversification;
using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.Application.Valuation;
using Investr.Domain.Diversification;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.TestKit;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class PortfolioPageTests
{
    [Fact]
    public async Task A_portfolio_page_is_five_statements_at_most_whatever_it_holds()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var small = await WithHoldingsAsync(investor, 5);
        var large = await WithHoldingsAsync(investor, 50);

        // What was recorded of exchange rates is read once a day, not once a page.
        await investor.Database.Services.GetRequiredService<IExchangeRateBook>().ReadAsync(default);

        var few = await StatementsOfPageAsync(investor, small);
        var many = await StatementsOfPageAsync(investor, large);
        var warm = await StatementsOfPageAsync(investor, large);

        Assert.True(many.Count <= 5, string.Join("\n\n", many));
        Assert.Equal(few.Count, many.Count);

        // The ledger is not read again while the portfolio has not changed.
        Assert.Equal(many.Count - 1, warm.Count);
    }

    [Fact]
    public async Task Assets_of_ones_own_cost_one_statement_more_however_many_they_are()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        await investor.Database.Services.GetRequiredService<IExchangeRateBook>().ReadAsync(default);
        var one = await WithCustomAssetsAsync(investor, "FLAT", 1);
        var many = await WithCustomAssetsAsync(investor, "CAR", 40);

        var few = await StatementsOfPageAsync(investor, one);
        var all = await StatementsOfPageAsync(investor, many);

        Assert.True(all.Count <= 6, string.Join("\n\n", all));
        Assert.Equal(few.Count, all.Count);
    }

    private static async Task<PortfolioId> WithCustomAssetsAsync(InvestorDatabase investor, string name, int count)
    {
        var portfolio = await investor.CreatePortfolioAsync();
        for (var i = 0; i < count; i++)
        {
            var asset = await investor.AddCustomAssetAsync(investor.Ada, $"{name}{i}");
            if (i % 2 == 0) await investor.SendAsync(new RecordPrices(asset, [new(A.Day("2024-01-05"), 110m)]));
            await investor.RecordAsync(portfolio, Draft.Buy(1, $"{name}{i}", "2024-01-02", at: 100m));
        }

        return portfolio;
    }

    [Fact]
    public async Task A_new_entry_shows_at_once_in_what_is_kept()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await WithHoldingsAsync(investor, 2);
        Assert.Equal(2, (await investor.PositionsAsync(portfolio))!.Holdings.Count);

        await investor.Database.InScopeAsync(async services =>
        {
            var values = services.GetRequiredService<ValuationLoader>();
            Assert.Equal(2, (await values.FindAsync(new(portfolio), default)).Holdings.Count);

            await services.GetRequiredService<IMediator>().Send(
                new RecordTransactions(portfolio, [Draft.Buy(1, "VWCE.DE", "2024-01-02", at: 100m)]));

            // In the same request, after the commit.
            Assert.Equal(3, (await values.FindAsync(new(portfolio), default)).Holdings.Count);
            return true;
        });
    }

    private static async Task<IReadOnlyList<string>> StatementsOfPageAsync(InvestorDatabase investor, PortfolioId id)
    {
        investor.Database.Statements.Reset();
        await investor.Database.InScopeAsync(async services =>
        {
            var mediator = services.GetRequiredService<IMediator>();
            var portfolio = await mediator.Send(new GetPortfolio(id));

            var value = await services.GetRequiredService<ValuationLoader>().FindAsync(new(portfolio.Id), default);
            var assets = value.Holdings.Select(holding => holding.Asset.Id).ToArray();
            await services.GetRequiredService<IAssetLoader>().LoadAsync(assets);
            await services.GetRequiredService<IQuoteLoader>().LoadAsync(assets);
            await mediator.Send(new AllocateBy(id, AllocationDimension.Sector));
            await mediator.Send(new AllocateBy(id, AllocationDimension.Country));
            await mediator.Send(new AnalyzeDiversification(id));
            return true;
        });
        return investor.Database.Statements.Statements;
    }

    private static async Task<PortfolioId> WithHoldingsAsync(InvestorDatabase investor, int count)
    {
        // SPY first, so that both pages have a fund to look through.
        var catalogue = investor.Database.Services.GetRequiredService<AssetCatalogue>();
        var symbols = catalogue.Assets
            .Where(asset => asset.Type == AssetType.Stock && asset.Currency.Code == "USD")
            .Select(asset => asset.Symbol)
            .Prepend("SPY")
            .Take(count);

        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(portfolio, [.. symbols.Select(symbol => Draft.Buy(1, symbol, "2024-01-02", at: 100m))]);
        return portfolio;
    }
}
