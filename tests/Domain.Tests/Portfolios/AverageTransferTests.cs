using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Domain.Tests.Portfolios;

public sealed class AverageTransferTests
{
    [Fact]
    public void Lots_become_one_price_in_the_currency_that_was_paid()
    {
        // (1005 + 400) / 12 in 28 digits; 30 pounds for 12 are 2.5 each, though the entry is in dollars.
        var average = Of(12, fee: 0, (10, 1_005, "USD"), (2, 400, "USD")).AtAverageCost();
        var pounds = Of(12, fee: 0, (12, 3_000, "GBX")).AtAverageCost();

        Assert.Equal((117.0833333333333333333333333m, Currency.Usd), (average.UnitPrice, average.Currency));
        Assert.Equal((2.5m, Currency.Gbp), (pounds.UnitPrice, pounds.Currency));
        Assert.Empty(average.Lots);
    }

    [Fact]
    public void What_no_one_price_says_stays_as_it_is()
    {
        Assert.Null(Of(12, fee: 0, (10, 1_005, "USD"), (2, 400, "EUR")).AtAverageCost().UnitPrice);
        Assert.Null(Of(12, fee: 1, (12, 400, "EUR")).AtAverageCost().UnitPrice);
    }

    private static TransferIn Of(decimal units, decimal fee, params (decimal Units, decimal Cost, string Currency)[] lots) => new()
    {
        Id = new(Guid.NewGuid()), TradeDate = A.Day("2024-05-02"), Currency = Currency.Usd, RecordedAt = DateTimeOffset.UnixEpoch,
        Asset = A.AssetId("ACME"), Quantity = units, Fee = fee,
        Lots = [.. lots.Select(lot => new TransferredLot(A.Day("2024-01-02"), lot.Units, new Money(lot.Cost, Currency.Parse(lot.Currency))))],
    };
}
