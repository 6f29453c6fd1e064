using Investr.Application.Portfolios;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.TestKit;

namespace Investr.Application.Tests.Portfolios;

public sealed class TransactionDraftingTests
{
    private static readonly UserId Ada = A.UserId("ada");
    private static readonly Asset Painting = Asset.Custom(
        A.AssetId("painting"), A.UserId("eve"), new("PAINTING", "A painting", AssetType.Other, Currency.Usd));

    [Fact]
    public async Task Each_type_takes_the_fields_that_it_needs()
    {
        var drafted = await DraftAsync(
            new() { Type = TransactionType.Buy, Symbol = "ACME", TradeDate = Day, Quantity = 2, UnitPrice = 10, Fee = 1 },
            new() { Type = TransactionType.Dividend, Symbol = "ACME", TradeDate = Day, Quantity = 2, UnitPrice = 0.24m },
            new() { Type = TransactionType.Deposit, TradeDate = Day, Amount = 100 },
            new() { Type = TransactionType.Split, Symbol = "ACME", TradeDate = Day, Ratio = 1.5m });

        Assert.Empty(drafted.Faults);

        // -(2 x 10 + 1); 2 x 0.24; 100; a split moves no cash.
        Assert.Equal([-21m, 0.48m, 100m, 0m], drafted.Transactions.Select(transaction => transaction.CashEffect));
        Assert.Equal(new Ratio(3, 2), Assert.IsType<Split>(drafted.Transactions[3]).Ratio);
        Assert.All(drafted.Transactions, transaction => Assert.Equal(Ada, transaction.RecordedBy));
    }

    [Fact]
    public async Task A_currency_left_out_is_the_asset_s_and_for_cash_the_portfolio_s()
    {
        var drafted = await DraftAsync(
            new() { Type = TransactionType.Buy, Symbol = "NOVN", TradeDate = Day, Quantity = 1, UnitPrice = 75.80m },
            new() { Type = TransactionType.Deposit, TradeDate = Day, Amount = 100 },
            new() { Type = TransactionType.Deposit, TradeDate = Day, Amount = 100, Currency = Currency.Gbp });

        Assert.Equal([Currency.Chf, Currency.Usd, Currency.Gbp], drafted.Transactions.Select(transaction => transaction.Currency));
    }

    [Theory]
    [InlineData(TransactionType.Buy, "symbol quantity unitPrice")]
    [InlineData(TransactionType.Sell, "symbol quantity unitPrice")]
    [InlineData(TransactionType.Dividend, "symbol amount")]
    [InlineData(TransactionType.Interest, "amount")]
    [InlineData(TransactionType.Fee, "amount")]
    [InlineData(TransactionType.Tax, "amount")]
    [InlineData(TransactionType.Deposit, "amount")]
    [InlineData(TransactionType.Withdrawal, "amount")]
    [InlineData(TransactionType.TransferIn, "symbol quantity")]
    [InlineData(TransactionType.TransferOut, "symbol quantity")]
    [InlineData(TransactionType.Reward, "symbol quantity unitPrice")]
    [InlineData(TransactionType.Split, "symbol ratio")]
    public async Task What_is_missing_is_told_once_a_field(TransactionType type, string fields)
    {
        var drafted = await DraftAsync(new TransactionDraft { Type = type, TradeDate = Day });

        Assert.Equal(fields.Split(' '), drafted.Faults.Select(fault => fault.Path[^1]));
    }

    [Fact]
    public async Task What_a_type_does_not_have_is_a_fault()
    {
        var drafted = await DraftAsync(
            new() { Type = TransactionType.Buy, Symbol = "ACME", TradeDate = Day, Quantity = 2, UnitPrice = 10, Amount = 21, Ratio = 2 },
            new() { Type = TransactionType.Deposit, Symbol = "ACME", TradeDate = Day, Amount = 1 },
            new() { Type = TransactionType.Split, Symbol = "ACME", TradeDate = Day, Ratio = 2, Quantity = 5, UnitPrice = 1 },
            new()
            {
                Type = TransactionType.Buy, Symbol = "ACME", TradeDate = Day, Quantity = 2, UnitPrice = 10,
                Lots = [new(new LotId(Guid.Empty), 1)],
            });

        Assert.Equal(
            ["0.amount", "0.ratio", "1.symbol", "2.quantity", "2.unitPrice", "3.lots"],
            drafted.Faults.Select(fault => string.Join('.', fault.Path)));
    }

    [Fact]
    public async Task Numbers_without_measure_are_faults_and_never_overflow()
    {
        var drafted = await DraftAsync(
            new() { Type = TransactionType.Buy, Symbol = "ACME", TradeDate = Day, Quantity = decimal.MaxValue, UnitPrice = decimal.MaxValue },
            new() { Type = TransactionType.Dividend, Symbol = "ACME", TradeDate = Day, Quantity = decimal.MaxValue, UnitPrice = 2 },
            new() { Type = TransactionType.Split, Symbol = "ACME", TradeDate = Day, Ratio = 1.0000000000000000000000000001m },
            new() { Type = TransactionType.Deposit, TradeDate = Day, Amount = decimal.MinValue },
            new() { Type = TransactionType.Deposit, TradeDate = DateOnly.MaxValue, Amount = 1 });

        Assert.Equal(
            ["0.quantity", "0.unitPrice", "1.amount", "2.ratio", "3.amount", "4.tradeDate"],
            drafted.Faults.Select(fault => string.Join('.', fault.Path)).Distinct());
    }

    [Fact]
    public async Task Assets_are_found_by_identity_or_symbol_and_both_must_agree()
    {
        var drafted = await DraftAsync(
            new() { Type = TransactionType.Reward, AssetId = A.AssetId("ACME"), TradeDate = Day, Quantity = 1, UnitPrice = 1 },
            new() { Type = TransactionType.Reward, AssetId = A.AssetId("ACME"), Symbol = "acme", TradeDate = Day, Quantity = 1, UnitPrice = 1 },
            new() { Type = TransactionType.Reward, AssetId = A.AssetId("ACME"), Symbol = "NOVN", TradeDate = Day, Quantity = 1, UnitPrice = 1 },
            new() { Type = TransactionType.Reward, AssetId = A.AssetId("gone"), TradeDate = Day, Quantity = 1, UnitPrice = 1 },
            new() { Type = TransactionType.Reward, AssetId = Painting.Id, TradeDate = Day, Quantity = 1, UnitPrice = 1 });

        Assert.Equal([A.AssetId("ACME"), A.AssetId("ACME")], drafted.Transactions.Select(transaction => transaction.Subject!.Value));

        // What eve made for herself is no asset that ada could name.
        Assert.Equal(
            ["2.symbol", "3.assetId", "4.assetId"], drafted.Faults.Select(fault => string.Join('.', fault.Path)));
    }

    [Fact]
    public async Task All_symbols_are_one_fetch()
    {
        var symbols = new AssetsBySymbolInMemory([A.Asset("ACME"), A.Asset("NOVN")]);

        await new TransactionDrafting(new AssetsInMemory([]), symbols, ValuesOf(), new FakeClock()).DraftAsync(
            [.. Enumerable.Range(0, 100).Select(i => new TransactionDraft
            {
                Type = TransactionType.Reward, Symbol = i % 2 == 0 ? "ACME" : " novn ", TradeDate = Day, Quantity = 1,
            })],
            A.Portfolio().Build(),
            Ada,
            CancellationToken.None);

        Assert.Equal([2], symbols.Batches);
    }

    [Fact]
    public async Task A_reward_without_a_price_is_worth_the_day_s_close()
    {
        var drafted = await DraftAsync(
            new() { Type = TransactionType.Reward, Symbol = "ACME", TradeDate = Day, Quantity = 2 },
            new() { Type = TransactionType.Reward, AssetId = A.AssetId("ACME"), TradeDate = Day, Quantity = 2, Currency = Currency.Eur },
            new() { Type = TransactionType.Reward, Symbol = "ACME", TradeDate = Day, Quantity = 2, UnitPrice = 7 });

        Assert.Empty(drafted.Faults);

        // 55 USD; at 1.10 USD for a euro 55 / 1.10 = 50 EUR; what somebody wrote down stays.
        Assert.Equal([55m, 50m, 7m], drafted.Transactions.OfType<Reward>().Select(reward => reward.UnitPrice!.Value));
    }

    [Fact]
    public async Task A_reward_whose_worth_is_not_known_needs_a_price()
    {
        var drafted = await DraftAsync(
            new() { Type = TransactionType.Reward, Symbol = "NOVN", TradeDate = Day, Quantity = 1 },
            new() { Type = TransactionType.Reward, Symbol = "ACME", TradeDate = Day.AddDays(1), Quantity = 1 },
            new() { Type = TransactionType.Reward, Symbol = "ACME", TradeDate = Day, Quantity = 1, Currency = Currency.Gbp });

        // NOVN has no close at all, ACME none on the next day, and there is no rate to pounds.
        Assert.Equal(["0.unitPrice", "1.unitPrice", "2.unitPrice"], drafted.Faults.Select(fault => string.Join('.', fault.Path)));
        Assert.All(drafted.Faults, fault => Assert.Contains("unitPrice", fault.Message, StringComparison.Ordinal));
    }

    private static DateOnly Day => A.Day("2024-06-03");

    private static Task<DraftedTransactions> DraftAsync(params TransactionDraft[] drafts)
    {
        Asset[] assets = [A.Asset("ACME"), A.Asset("NOVN", currency: "CHF"), Painting];
        return new TransactionDrafting(new AssetsInMemory(assets), new AssetsBySymbolInMemory(assets), ValuesOf(), new FakeClock())
            .DraftAsync(drafts, A.Portfolio().Build(), Ada, CancellationToken.None);
    }

    private static FairValues ValuesOf() => new(
        new ClosesInMemory(new Quote(
            A.AssetId("ACME"), 55, Currency.Usd, new(Day, new TimeOnly(21, 0), TimeSpan.Zero), QuoteFreshness.EndOfDay, "test")),
        new RatesInMemory(new ExchangeRates([new(Currency.Eur, Currency.Usd, Day, 1.10m)])));
}
