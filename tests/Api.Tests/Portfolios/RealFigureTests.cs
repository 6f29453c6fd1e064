using System.Globalization;
using Investr.Api.Tests.Host;
using Investr.Application.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Api.Tests.Portfolios;

/// <summary>Trades of 2013 and 2014, recorded and valued through GraphQL, at the closes that the exchanges published.</summary>
public sealed class RealFigureTests(TestApi api) : IClassFixture<TestApi>
{
    private static readonly string[] Symbols = ["AAPL", "IBM", "SPY"];

    [Fact]
    public async Task Every_figure_is_what_the_closes_say()
    {
        await StoreClosesAsync();
        var ada = await api.SignUpAsync();
        var id = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(
            id,
            """{ type: DEPOSIT, tradeDate: "2013-01-02", amount: "20000" }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "2013-01-02", quantity: 10, unitPrice: "549.03", fee: "9.95" }""",
            """{ type: BUY, symbol: "IBM", tradeDate: "2013-01-02", quantity: 20, unitPrice: "196.35", fee: "9.95" }""",
            """{ type: BUY, symbol: "SPY", tradeDate: "2013-01-02", quantity: 40, unitPrice: "146.15", fee: "9.95" }""",
            """{ type: SELL, symbol: "IBM", tradeDate: "2013-07-05", quantity: 5, unitPrice: "194.93", fee: "9.95" }""",
            """{ type: DIVIDEND, symbol: "AAPL", tradeDate: "2013-11-06", amount: "30.50" }""",
            """{ type: SPLIT, symbol: "AAPL", tradeDate: "2014-06-09", ratio: 7 }""");

        var found = (await ada.DataAsync("""
            query($id: ID!) {
              portfolio(id: $id) {
                bought: valuation(asOf: "2013-01-02") { totalValue unrealizedGain { amount } }
                year: valuation(asOf: "2013-12-31") {
                  totalValue marketValue cash costBasis income fees unrealizedGain { amount } realizedGain { amount } dayChange { amount } dataIssues { code }
                }
                before: holdings(asOf: "2014-06-08", where: { symbol: { eq: "AAPL" } }) { nodes { quantity price value { amount } costBasis { amount } } }
                after: holdings(asOf: "2014-06-09", where: { symbol: { eq: "AAPL" } }) { nodes { quantity price value { amount } costBasis { amount } } }
              }
            }
            """, new { id })).At("portfolio");

        // All three were bought at the close: three fees of 9.95 are lost.
        Assert.Equal((19_970.15m, -29.85m), (found.Decimal("bought.totalValue"), found.Decimal("bought.unrealizedGain.amount")));

        // 10 AAPL at 561.11 = 5611.10; 15 IBM at 187.57 = 2813.55; 40 SPY at 184.67 = 7386.80.
        var year = found.At("year");
        Assert.Equal(15_811.45m, year.Decimal("marketValue"));

        // 20000 - 5500.25 - 3936.95 - 5855.95 + (5 x 194.93 - 9.95) + 30.50 = 5702.05.
        Assert.Equal((5_702.05m, 21_513.50m), (year.Decimal("cash"), year.Decimal("totalValue")));

        // 5500.25 + 15/20 x 3936.95 + 5855.95 = 14308.9125; 15811.45 less that; 964.70 - 5/20 x 3936.95.
        Assert.Equal((14_308.9125m, 1_502.5375m, -19.5375m), (
            year.Decimal("costBasis"), year.Decimal("unrealizedGain.amount"), year.Decimal("realizedGain.amount")));
        Assert.Equal((30.50m, 39.80m), (year.Decimal("income"), year.Decimal("fees")));

        // The day before they closed at 554.52, 186.41 and 183.82: 10 x 6.59 + 15 x 1.16 + 40 x 0.85.
        Assert.Equal(117.30m, year.Decimal("dayChange.amount"));
        Assert.Equal(0, year.At("dataIssues").GetArrayLength());

        // A split of seven for one: 10 x 645.57 on the Friday before, 70 x 93.70 on the Monday; the cost stays.
        Assert.Equal((10m, 645.57m, 6_455.70m, 5_500.25m), Holding("before"));
        Assert.Equal((70m, 93.70m, 6_559.00m, 5_500.25m), Holding("after"));

        (decimal, decimal, decimal, decimal) Holding(string alias)
        {
            var holding = found.At($"{alias}.nodes.0");
            return (holding.Decimal("quantity"), holding.Decimal("price"), holding.Decimal("value.amount"), holding.Decimal("costBasis.amount"));
        }
    }

    private async Task StoreClosesAsync()
    {
        var store = api.Services.GetRequiredService<IPriceStore>();
        foreach (var symbol in Symbols)
        {
            var file = Repository.Sample($"market-data/history/ohlcv-raw/{symbol}.csv");
            Assert.SkipUnless(File.Exists(file), $"The published closes are not here: {file}.");
            await store.WriteAsync(
                [
                    .. from line in await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)
                       let cells = line.Split(',')
                       where cells[0].StartsWith("2013", StringComparison.Ordinal) || cells[0].StartsWith("2014", StringComparison.Ordinal)
                       select new StoredPrice(
                           StableAssetId.Of(symbol), A.Day(cells[0]), decimal.Parse(cells[4], CultureInfo.InvariantCulture), Currency.Usd, "exchange"),
                ],
                TestContext.Current.CancellationToken);
        }
    }
}
