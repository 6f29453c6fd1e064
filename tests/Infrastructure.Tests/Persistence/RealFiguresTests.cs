using System.Globalization;
using Investr.Application.Market;
using Investr.Application.Valuation;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>Trades of 2013 and 2014, valued at the closes that the exchanges really published, unadjusted.</summary>
public sealed class RealFiguresTests
{
    private static readonly string[] Symbols = ["AAPL", "IBM", "SPY"];

    [Fact]
    public async Task On_the_last_day_of_2013_every_figure_is_what_the_closes_say()
    {
        await using var investor = await WithRealClosesAsync();
        var portfolio = await RecordTradesAsync(investor);

        var value = await ValueAsync(investor, portfolio, "2013-12-31");

        // 10 AAPL at 561.11 = 5611.10; 15 IBM at 187.57 = 2813.55; 40 SPY at 184.67 = 7386.80.
        Assert.Equal(5_611.10m + 2_813.55m + 7_386.80m, value.MarketValue);
        Assert.Equal(15_811.45m, value.MarketValue);

        // 20000 - (10 x 549.03 + 9.95) - (20 x 196.35 + 9.95) - (40 x 146.15 + 9.95) + (5 x 194.93 - 9.95) + 30.50
        // = 20000 - 5500.25 - 3936.95 - 5855.95 + 964.70 + 30.50 = 5702.05.
        Assert.Equal(5_702.05m, value.Cash);
        Assert.Equal(21_513.50m, value.TotalValue);

        // 5500.25 + 15/20 x 3936.95 + 5855.95 = 5500.25 + 2952.7125 + 5855.95 = 14308.9125.
        Assert.Equal(14_308.9125m, value.CostBasis);
        Assert.Equal(1_502.5375m, value.UnrealizedGain.Amount);

        // 964.70 for what had cost 5/20 x 3936.95 = 984.2375.
        Assert.Equal(-19.5375m, value.RealizedGain.Amount);

        Assert.Equal((20_000m, 30.50m, 39.80m), (value.NetContributions, value.Income, value.Fees));

        // 20000 + 1502.5375 - 19.5375 + 30.50 = 21513.50: contributions and gains are all there is.
        Assert.Equal(value.TotalValue, value.NetContributions + value.UnrealizedGain.Amount + value.RealizedGain.Amount + value.Income);

        // 5611.10 / 21513.50.
        var apple = value.Holdings.Single(holding => holding.Asset.Symbol == "AAPL");
        Assert.Equal((double)(5_611.10m / 21_513.50m), apple.Weight, 12);

        // AAPL closed at 554.52, IBM at 186.41, SPY at 183.82 the day before: 10 x 6.59 + 15 x 1.16 + 40 x 0.85 = 65.90 + 17.40 + 34.00.
        Assert.Equal(117.30m, value.DayChange.Amount);
        Assert.Empty(value.DataIssues);
    }

    [Fact]
    public async Task The_split_of_seven_for_one_changes_the_price_and_the_units_and_no_value()
    {
        await using var investor = await WithRealClosesAsync();
        var portfolio = await RecordTradesAsync(investor);

        // A Sunday: the closes of Friday, 6 June 2014 count. 10 x 645.57 = 6455.70.
        var before = (await ValueAsync(investor, portfolio, "2014-06-08")).Holdings.Single(holding => holding.Asset.Symbol == "AAPL");
        Assert.Equal((10m, 645.57m, 6_455.70m), (before.Quantity.Units, before.Price, before.Value.Amount));

        // Seven new units for one old: 70 x 93.70 = 6559.00. The cost stays at 5500.25.
        var after = (await ValueAsync(investor, portfolio, "2014-06-09")).Holdings.Single(holding => holding.Asset.Symbol == "AAPL");
        Assert.Equal((70m, 93.70m, 6_559.00m), (after.Quantity.Units, after.Price, after.Value.Amount));
        Assert.Equal((5_500.25m, 5_500.25m), (before.Cost.Amount, after.Cost.Amount));
    }

    [Fact]
    public async Task On_the_day_of_the_purchase_only_the_fees_are_lost()
    {
        await using var investor = await WithRealClosesAsync();
        var portfolio = await RecordTradesAsync(investor);

        // All three were bought at the close: 20000 less three times 9.95 is left.
        var value = await ValueAsync(investor, portfolio, "2013-01-02");

        Assert.Equal(19_970.15m, value.TotalValue);
        Assert.Equal(-29.85m, value.UnrealizedGain.Amount);
    }

    private static async Task<PortfolioId> RecordTradesAsync(InvestorDatabase investor)
    {
        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(
            portfolio,
            Draft.Deposit(20_000, "2013-01-02"),
            Draft.Buy(10, "AAPL", "2013-01-02", at: 549.03m, fee: 9.95m),
            Draft.Buy(20, "IBM", "2013-01-02", at: 196.35m, fee: 9.95m),
            Draft.Buy(40, "SPY", "2013-01-02", at: 146.15m, fee: 9.95m),
            Draft.Sell(5, "IBM", "2013-07-05", at: 194.93m, fee: 9.95m),
            Draft.Dividend(30.50m, "AAPL", "2013-11-06"),
            Draft.Split("AAPL", "2014-06-09", ratio: 7));
        return portfolio;
    }

    private static Task<PortfolioValue> ValueAsync(InvestorDatabase investor, PortfolioId portfolio, string asOf) =>
        investor.Database.InScopeAsync(services =>
            services.GetRequiredService<ValuationLoader>().FindAsync(new(portfolio, A.Day(asOf)), CancellationToken.None));

    private static async Task<InvestorDatabase> WithRealClosesAsync()
    {
        var files = Symbols.Select(symbol => Path.Combine(FolderOfCloses(), $"{symbol}.csv")).ToArray();
        foreach (var file in files) Assert.SkipUnless(File.Exists(file), $"The published closes are not here: {file}.");

        var investor = await InvestorDatabase.CreateAsync();
        var store = investor.Database.Services.GetRequiredService<IPriceStore>();
        await store.WriteAsync([.. Symbols.Zip(files).SelectMany(pair => ReadCloses(pair.First, pair.Second))], CancellationToken.None);
        return investor;
    }

    private static IEnumerable<StoredPrice> ReadCloses(string symbol, string file) =>
        from line in File.ReadLines(file).Skip(1)
        let cells = line.Split(',')
        let day = A.Day(cells[0])
        where day.Year is 2012 or 2013 or 2014
        select new StoredPrice(
            StableAssetId.Of(symbol), day, decimal.Parse(cells[4], CultureInfo.InvariantCulture), Currency.Usd, "exchange");

    private static string FolderOfCloses() => Repository.Sample(Path.Combine("market-data", "history", "ohlcv-raw"));
}
