using Investr.Application.Importing;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Tests.Persistence;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class InteractiveBrokersFlexCsvFormatTests
{
    private const string Id = "ibkr-flex-csv";

    private const string Header =
        "CurrencyPrimary,Symbol,TradeDate,Quantity,TradePrice,Buy/Sell,AssetClass,ISIN,TradeID,Taxes,IBCommission,IBCommissionCurrency,LevelOfDetail\n";

    [Fact]
    public async Task A_real_purchase_costs_what_the_broker_took()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var result = await investor.SendAsync(new ImportTransactions(portfolio, SampleFile.Read("brokers/ibkr-vti-buy.csv")));

        Assert.Equal((Id, 1), (result.Format, result.Imported));
        var positions = (await investor.PositionsAsync(portfolio))!;

        // 17 x 204.3473 + 1 = 3474.9041.
        Assert.Equal([new Money(-3_474.9041m, Currency.Usd)], positions.Cash);
        Assert.Equal(A.Day("2023-04-03"), Assert.Single(Assert.Single(positions.Holdings).Lots).OpenedOn);
    }

    [Fact]
    public void A_sale_has_a_negative_quantity_and_a_commission_is_negative()
    {
        var row = One("CHF,NOVN,20240603,-5,95.10,SELL,STK,CH0012005267,1002,-0.36,-1.02,CHF,EXECUTION\n");

        Assert.Equal((TransactionType.Sell, 5m, 95.10m), (row.Draft.Type, row.Draft.Quantity, row.Draft.UnitPrice));
        Assert.Equal((1.02m, 0.36m, "1002", "CH0012005267"), (row.Draft.Fee, row.Draft.Tax, row.Draft.ExternalId, row.Isin));
    }

    [Fact]
    public void A_rebate_makes_the_price_a_better_one()
    {
        var draft = One("USD,VTI,20240603,10,100,BUY,STK,,1,0,0.25,USD,EXECUTION\n").Draft;

        // 100 - 0.25 / 10.
        Assert.Equal((99.975m, 0m), (draft.UnitPrice, draft.Fee));
    }

    [Fact]
    public void What_tells_of_the_same_units_again_is_passed_over() =>
        Assert.Single(Formats.Rows(Id, Header
            + "USD,VTI,20240603,10,100,BUY,STK,,1,0,-1,USD,EXECUTION\n"
            + "USD,VTI,20240603,10,100,BUY,STK,,1,0,-1,USD,CLOSED_LOT\n"));

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var faults = Formats.Faults(Id, Header
            + "USD,VTI 240621C,20240603,10,100,BUY,OPT,,1,0,-1,USD,EXECUTION\n"
            + "GBP,SHEL,3 June,1.000.0,25,BUY (Ca.),STK,,2,0,-1,USD,EXECUTION\n");

        Assert.Equal(
            [(2, "AssetClass"), (3, "TradeDate"), (3, "Quantity"), (3, "IBCommissionCurrency"), (3, "Buy/Sell")],
            faults.Select(fault => (fault.Line, fault.Field)));
    }

    private static ImportedRow One(string row) => Assert.Single(Formats.Rows(Id, Header + row));
}
