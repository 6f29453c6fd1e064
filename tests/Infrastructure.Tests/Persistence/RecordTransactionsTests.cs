using Investr.Application;
using Investr.Application.Portfolios;
using Investr.Domain;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Persistence.Rows;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class RecordTransactionsTests
{
    [Fact]
    public async Task Entries_of_every_type_come_back_to_the_last_digit()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        TransactionDraft[] drafts =
        [
            Draft.Deposit(1234567890123456.7890123456m, "2024-01-02"),
            Draft.Buy(0.1234567890123456789012345678m, "AAPL", "2024-01-03", at: 185.640000000000000000000001m, fee: 0.99m),
            Draft.Buy(30m, "AAPL", "2024-01-03", at: 185.64m),
            Draft.Split("AAPL", "2024-01-05", ratio: 0.333333333333m),
            new() { Type = TransactionType.Reward, Symbol = "BTC", TradeDate = A.Day("2024-01-08"), Quantity = 0.00000001m, UnitPrice = 43_000m },
            new() { Type = TransactionType.TransferIn, Symbol = "AAPL", TradeDate = A.Day("2024-01-09"), Quantity = 3m, UnitPrice = 100m },
            new() { Type = TransactionType.TransferOut, Symbol = "AAPL", TradeDate = A.Day("2024-01-10"), Quantity = 1m },
            Draft.Sell(2.5m, "AAPL", "2024-01-11", at: 186m, fee: 1.05m) with { Note = "rebalancing", ExternalId = "T-1" },
            Draft.Dividend(0.24m, "AAPL", "2024-02-15") with { Tax = 0.036m },
            new() { Type = TransactionType.Interest, TradeDate = A.Day("2024-03-01"), Amount = -1.5m, Currency = Currency.Eur },
            new() { Type = TransactionType.Fee, TradeDate = A.Day("2024-03-01"), Amount = 12m },
            new() { Type = TransactionType.Tax, TradeDate = A.Day("2024-03-01"), Amount = 7.77m },
            new() { Type = TransactionType.Withdrawal, TradeDate = A.Day("2024-03-04"), Amount = 100m },
        ];

        var recorded = await investor.RecordAsync(portfolio, drafts);

        Assert.Equal(drafts.Select(draft => draft.Type), recorded.Transactions.Select(entry => entry.Type));
        var kept = await EntriesAsync(investor, recorded);
        foreach (var (entry, there) in recorded.Transactions.Zip(kept)) AssertSame(entry, there);
    }

    [Fact]
    public async Task The_ledger_replays_to_what_was_recorded()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        await investor.RecordAsync(
            portfolio,
            Draft.Sell(4, "AAPL", "2024-03-01", at: 180m),
            Draft.Deposit(5_000, "2024-01-02"),
            Draft.Buy(10, "AAPL", "2024-01-03", at: 150m, fee: 5m));

        var positions = await investor.PositionsAsync(portfolio);
        var holding = Assert.Single(positions!.Holdings);
        Assert.Equal(6m, holding.Quantity.Units);

        // 10 cost 10 x 150 + 5 = 1505; 6 of them are left: 1505 x 6 / 10 = 903.
        Assert.Equal(new Money(903m, Currency.Usd), holding.Lots.Single().CostBasis);

        // 5000 - 1505 + 4 x 180 = 4215.
        Assert.Equal([new Money(4_215m, Currency.Usd)], positions.Cash);
    }

    [Fact]
    public async Task All_are_recorded_or_none()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.RecordAsync(
            portfolio,
            Draft.Deposit(1_000, "2024-01-02"),
            Draft.Buy(3, "AAPL", "2024-01-03", at: 150m),
            Draft.Sell(5, "AAPL", "2024-01-04", at: 160m)));

        var insufficient = Assert.IsType<InsufficientQuantity>(refused.Refusal);
        Assert.Equal(("AAPL", 3m, 5m), (insufficient.Symbol, insufficient.Held.Units, insufficient.Asked.Units));
        Assert.Empty((await investor.PositionsAsync(portfolio))!.Cash);
        Assert.Equal(1, (await PortfolioAsync(investor, portfolio)).Version);
    }

    [Fact]
    public async Task Every_fault_of_every_transaction_is_told_at_once()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.RecordAsync(
            portfolio,
            Draft.Buy(-1, "NOSUCH", "1899-12-31", at: -5m),
            Draft.Deposit(100, "2024-01-02"),
            new() { Type = TransactionType.Sell, TradeDate = A.Day("2024-01-02") },
            Draft.Split("AAPL", "2024-01-02", ratio: 0m)));

        var faults = Assert.IsType<ValidationRefusal>(refused.Refusal).Faults.Select(fault => string.Join('.', fault.Path));
        Assert.Equal(
            [
                "transactions.0.symbol", "transactions.0.tradeDate", "transactions.0.quantity", "transactions.0.unitPrice",
                "transactions.2.symbol", "transactions.2.quantity", "transactions.2.unitPrice",
                "transactions.3.ratio",
            ],
            faults);
        Assert.Empty((await investor.PositionsAsync(portfolio))!.Cash);
    }

    [Fact]
    public async Task A_back_dated_sale_may_not_empty_a_later_day()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(portfolio, Draft.Buy(10, "IBM", "2024-01-02", at: 160m), Draft.Sell(8, "IBM", "2024-03-01", at: 185m));

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            investor.RecordAsync(portfolio, Draft.Sell(3, "IBM", "2024-02-01", at: 180m)));

        // Bought 10, sold 8 on 1 March: 2 left on the leanest day, and 2 < 3.
        var insufficient = Assert.IsType<InsufficientQuantity>(refused.Refusal);
        Assert.Equal((A.Day("2024-03-01"), 2m, 3m), (insufficient.On, insufficient.Held.Units, insufficient.Asked.Units));
    }

    [Fact]
    public async Task An_external_id_is_taken_once()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var draft = Draft.Deposit(100, "2024-01-02") with { ExternalId = "broker-1" };

        var first = await investor.RecordAsync(portfolio, draft, draft);
        var second = await investor.RecordAsync(portfolio, Draft.Deposit(1, "2024-01-03"), draft);

        Assert.Equal((1, 1), (first.Added, second.Added));
        Assert.Equal(first.Transactions[0].Id, first.Transactions[1].Id);
        Assert.Equal(first.Transactions[0].Id, second.Transactions[1].Id);

        // 100 once, and 1.
        Assert.Equal([new Money(101m, Currency.Usd)], (await investor.PositionsAsync(portfolio))!.Cash);
    }

    [Fact]
    public async Task The_same_key_gives_the_first_answer_again_and_records_nothing()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var request = new RecordTransactions(portfolio, [Draft.Deposit(100, "2024-01-02")], IdempotencyKey: "once");

        var first = await investor.SendAsync(request);
        var again = await investor.SendAsync(request);

        Assert.Equal(first.Transactions.Select(entry => entry.Id), again.Transactions.Select(entry => entry.Id));
        Assert.Equal([new Money(100m, Currency.Usd)], (await investor.PositionsAsync(portfolio))!.Cash);

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            investor.SendAsync(request with { Transactions = [Draft.Deposit(200, "2024-01-02")] }));
        Assert.IsType<Conflict>(refused.Refusal);
    }

    [Fact]
    public async Task A_key_stands_for_one_call_of_its_user_in_whichever_portfolio()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (portfolio, other) = (await investor.CreatePortfolioAsync(), await investor.CreatePortfolioAsync());
        var request = new RecordTransactions(portfolio, [Draft.Deposit(100, "2024-01-02")], IdempotencyKey: "once");
        await investor.SendAsync(request);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(request with { PortfolioId = other }));

        Assert.IsType<Conflict>(refused.Refusal);
        Assert.Empty((await investor.PositionsAsync(other))!.Cash);
    }

    [Fact]
    public async Task A_key_is_kept_for_a_day_and_then_forgotten()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var request = new RecordTransactions(portfolio, [Draft.Deposit(100, "2024-01-02")], IdempotencyKey: "once");
        await investor.SendAsync(request);

        investor.Database.Clock.Advance(TimeSpan.FromDays(1));
        await investor.SendAsync(request);
        Assert.Equal([new Money(100m, Currency.Usd)], (await investor.PositionsAsync(portfolio))!.Cash);

        investor.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await investor.SendAsync(request);
        Assert.Equal([new Money(200m, Currency.Usd)], (await investor.PositionsAsync(portfolio))!.Cash);

        // The second one took the place of the first.
        await using var context = investor.Database.Context();
        Assert.Equal(1, await context.Set<IdempotencyRow>().CountAsync());
    }

    [Fact]
    public async Task The_same_call_twice_at_once_is_recorded_once()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var request = new RecordTransactions(portfolio, [Draft.Deposit(100, "2024-01-02")], IdempotencyKey: "once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => investor.SendAsync(request))));

        Assert.Single(answers.Select(answer => answer.Transactions[0].Id).Distinct());
        Assert.Equal([new Money(100m, Currency.Usd)], (await investor.PositionsAsync(portfolio))!.Cash);
    }

    [Fact]
    public async Task Of_two_sales_of_the_same_units_one_wins()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(portfolio, Draft.Buy(10, "IBM", "2024-01-02", at: 160m));

        var sales = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            investor.RecordAsync(portfolio, Draft.Sell(7, "IBM", "2024-02-01", at: 180m)))).ToArray();
        await Task.WhenAll(sales.Select(sale => sale.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(1, sales.Count(sale => sale.IsCompletedSuccessfully));
        Assert.All(
            sales.Where(sale => sale.IsFaulted),
            sale => Assert.IsType<InsufficientQuantity>(((RefusedException)sale.Exception!.InnerException!).Refusal));

        // 10 - 7 = 3.
        Assert.Equal(3m, (await investor.PositionsAsync(portfolio))!.Holdings.Single().Quantity.Units);
    }

    [Fact]
    public async Task A_version_that_somebody_else_raised_is_a_conflict()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var id = await investor.CreatePortfolioAsync();

        await using var scope = investor.Database.Scope();
        // Read past the repository, which would have the other wait its turn.
        var mine = await scope.ServiceProvider.GetRequiredService<InvestrDbContext>().Portfolios.SingleAsync(portfolio => portfolio.Id == id);
        await investor.RecordAsync(id, Draft.Deposit(1, "2024-01-02"));
        mine.Describe("Mine", null);

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(default));
        Assert.IsType<Conflict>(refused.Refusal);
    }

    [Fact]
    public async Task A_stranger_s_portfolio_does_not_exist_and_a_viewer_may_not_record()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var entry = (await investor.RecordAsync(portfolio, Draft.Deposit(1, "2024-01-02"))).Transactions[0];
        var eve = await investor.SignUpAsync("eve");

        investor.ActAs(eve);
        Assert.Equal(new NotFound("portfolio"), await RefusalOf(new GetPortfolio(portfolio)));
        Assert.Equal(new NotFound("portfolio"), await RefusalOf(new RecordTransactions(portfolio, [Draft.Deposit(1, "2024-01-02")])));
        Assert.Equal(new NotFound("transaction"), await RefusalOf(new GetTransaction(entry.Id)));

        await ShareAsync(investor, portfolio, eve);
        Assert.Equal(portfolio, (await investor.SendAsync(new GetPortfolio(portfolio))).Id);
        Assert.Equal(entry.Id, (await investor.SendAsync(new GetTransaction(entry.Id))).Id);
        Assert.Equal(
            "AUTH_NOT_AUTHORIZED", (await RefusalOf(new RecordTransactions(portfolio, [Draft.Deposit(1, "2024-01-02")]))).Code);

        async Task<Refusal> RefusalOf<T>(MediatR.IRequest<T> request) =>
            (await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(request))).Refusal;
    }

    [Fact]
    public async Task A_symbol_of_one_s_own_beside_a_listed_one_is_ambiguous_and_a_stranger_s_is_unknown()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var own = await investor.AddCustomAssetAsync(investor.Ada, "IBM");
        await investor.AddCustomAssetAsync(await investor.SignUpAsync("eve"), "EVES");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.RecordAsync(
            portfolio, Draft.Buy(1, "ibm", "2024-01-02", at: 1m), Draft.Buy(1, "EVES", "2024-01-02", at: 1m)));

        Assert.Equal(
            [
                "2 assets have the symbol ibm; say which by its assetId.",
                "No asset has the symbol EVES.",
            ],
            Assert.IsType<ValidationRefusal>(refused.Refusal).Faults.Select(fault => fault.Message));

        await investor.RecordAsync(portfolio, Draft.Buy(1, "IBM", "2024-01-02", at: 1m) with { AssetId = own });
        Assert.Equal(own, (await investor.PositionsAsync(portfolio))!.Holdings.Single().Asset);
    }

    [Fact]
    public async Task Recording_costs_the_same_statements_for_one_and_for_many_but_for_the_rows()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        var one = await CountAsync(1);
        var many = await CountAsync(100);

        Assert.Equal(one, many);

        async Task<int> CountAsync(int transactions)
        {
            investor.Database.Statements.Reset();
            await investor.RecordAsync(portfolio, [.. Enumerable.Range(0, transactions).Select(i =>
                Draft.Buy(1, i % 2 == 0 ? "IBM" : "AAPL", "2024-01-02", at: 1m) with { ExternalId = $"{transactions}-{i}" })]);
            return investor.Database.Statements.Statements.Count(
                statement => !statement.Contains("INSERT INTO \"Transactions\"", StringComparison.Ordinal));
        }
    }

    private static async Task<IReadOnlyList<Transaction>> EntriesAsync(InvestorDatabase investor, RecordedTransactions recorded) =>
        await investor.Database.InScopeAsync(async services =>
        {
            var loader = services.GetRequiredService<ITransactionLoader>();
            var found = await loader.LoadAsync([.. recorded.Transactions.Select(entry => entry.Id)]);
            return (IReadOnlyList<Transaction>)[.. found.Select(entry => entry!.Transaction)];
        });

    private static void AssertSame(Transaction entry, Transaction there)
    {
        // Two lists of lots with the same lots are not equal as records go.
        if (entry is Sell sale && there is Sell kept)
        {
            Assert.Equal(sale.Lots, kept.Lots);
            (entry, there) = (sale with { Lots = [] }, kept with { Lots = [] });
        }

        if (entry is TransferIn came && there is TransferIn stored)
        {
            Assert.Equal(came.Lots, stored.Lots);
            (entry, there) = (came with { Lots = [] }, stored with { Lots = [] });
        }

        Assert.Equal(entry, there);
    }

    private static Task<Portfolio> PortfolioAsync(InvestorDatabase investor, PortfolioId id) => investor.SendAsync(new GetPortfolio(id));

    private static async Task ShareAsync(InvestorDatabase investor, PortfolioId id, Domain.Users.User with)
    {
        await using var context = investor.Database.Context();
        var portfolio = await context.Portfolios.SingleAsync(portfolio => portfolio.Id == id);
        portfolio.Share(with.Id, AccessLevel.Viewer);
        await context.SaveChangesAsync();
    }
}
