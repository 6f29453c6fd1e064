using System.Text;
using Investr.Application.Exporting;
using Investr.Application.Importing;
using Investr.Application.Portfolios;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Domain.Portfolios;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class TransferTests
{
    private const string Header = "date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,note,externalId\n";

    [Fact]
    public async Task A_transfer_keeps_the_lots_with_their_days_and_costs_and_realizes_nothing()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = await TwoPortfoliosAsync(investor);

        await investor.RecordAsync(from, Out(12));
        var recorded = await investor.RecordAsync(to, In(12));

        // The 10 that cost 10 x 100 + 5 = 1005, and 2 of the 10 that cost 2000: 2 x 200 = 400.
        var lots = Assert.Single((await investor.PositionsAsync(to))!.Holdings).Lots;
        Assert.Equal(
            [(A.Day("2024-01-02"), 10m, 1_005m), (A.Day("2024-02-01"), 2m, 400m)],
            lots.Select(lot => (lot.OpenedOn, lot.Quantity.Units, lot.CostBasis.Amount)));
        var given = (TransferIn)recorded.Transactions[0];
        var kept = Assert.IsType<TransferIn>(Assert.Single(await EntriesAsync(investor, to)));
        Assert.Equal(given.Lots, kept.Lots);
        Assert.Equal(given.TakenFrom, kept.TakenFrom);
        Assert.NotNull(kept.TakenFrom);

        // 20 - 12 = 8 are left where they were, at 8 x 200 = 1600; what left and what came cost 1405.
        var left = (await investor.PositionsAsync(from))!;
        Assert.Equal(1_600m, left.Holdings.Single().Lots.Single().CostBasis.Amount);
        Assert.Empty(left.RealizedGains);
        Assert.Equal(-1_405m, left.Contributions.Sum(contribution => contribution.Amount.Amount));
        Assert.Equal(1_405m, (await investor.PositionsAsync(to))!.Contributions.Sum(contribution => contribution.Amount.Amount));

        // A sale of 11 in the new portfolio for 300 each takes the older lot first: 3300 - 1005 - 200 = 2095.
        await investor.RecordAsync(to, Draft.Sell(11, "AAPL", "2024-06-03", at: 300));
        var gains = (await investor.PositionsAsync(to))!.RealizedGains;
        Assert.Equal([A.Day("2024-01-02"), A.Day("2024-02-01")], gains.Select(gain => gain.OpenedOn));
        Assert.Equal(2_095m, gains.Sum(gain => gain.Proceeds.Amount - gain.CostBasis.Amount));
    }

    [Fact]
    public async Task Lots_come_back_to_the_last_digit()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = (await investor.CreatePortfolioAsync(), await investor.CreatePortfolioAsync());
        await investor.RecordAsync(
            from,
            Draft.Buy(0.1234567890123456789012345678m, "AAPL", "2024-01-03", at: 185.640000000000000000000001m, fee: 0.99m),
            Out(0.1m));

        var given = (TransferIn)(await investor.RecordAsync(to, In(0.1m))).Transactions[0];

        Assert.Equal(given.Lots, ((TransferIn)(await EntriesAsync(investor, to))[0]).Lots);
    }

    [Fact]
    public async Task Before_the_transfer_out_is_recorded_a_price_is_needed_and_both_ways_out_are_told()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = await TwoPortfoliosAsync(investor);

        var fault = await FaultAsync(investor, to, Draft.Deposit(1, "2024-01-02"), In(4));

        Assert.Equal("transactions.1.unitPrice", string.Join('.', fault.Path));
        Assert.Contains("TRANSFER_OUT", fault.Message, StringComparison.Ordinal);
        Assert.Contains("price of one unit", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync(investor, to));

        await investor.RecordAsync(from, Out(4));
        await investor.RecordAsync(to, In(4));
        Assert.Equal(4m, (await investor.PositionsAsync(to))!.Holdings.Single().Quantity.Units);
    }

    [Fact]
    public async Task A_transfer_out_is_taken_once_and_free_again_when_what_took_it_is_voided()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = await TwoPortfoliosAsync(investor);
        await investor.RecordAsync(from, Out(4));
        var taken = (await investor.RecordAsync(to, In(4))).Transactions[0];

        await FaultAsync(investor, to, In(4));
        await investor.SendAsync(new CorrectTransaction(taken.Id, In(4) with { Note = "again" }));
        await FaultAsync(investor, to, In(4));

        var corrected = (await EntriesAsync(investor, to)).Single(entry => entry.Supersedes == taken.Id);
        await investor.SendAsync(new VoidTransaction(corrected.Id));
        await investor.RecordAsync(to, In(4));

        // 4 of the 10 that cost 1005: 402.
        Assert.Equal(402m, (await investor.PositionsAsync(to))!.Holdings.Single().Lots.Single().CostBasis.Amount);
    }

    [Fact]
    public async Task A_corrected_transfer_out_goes_on_to_be_taken_and_a_voided_one_is_none()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = await TwoPortfoliosAsync(investor);
        var sent = (await investor.RecordAsync(from, Out(4))).Transactions[0];
        await investor.RecordAsync(to, In(4));
        var again = (await investor.SendAsync(new CorrectTransaction(sent.Id, Out(4) with { Note = "by post" }))).Transaction;
        await FaultAsync(investor, to, In(4));

        await investor.SendAsync(new VoidTransaction(again.Id));
        await FaultAsync(investor, to, In(4));
    }

    [Fact]
    public async Task Asset_day_and_quantity_are_the_same()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = await TwoPortfoliosAsync(investor);
        await investor.RecordAsync(from, Out(4));

        await FaultAsync(investor, to, In(3));
        await FaultAsync(investor, to, In(4) with { Symbol = "IBM" });
        await FaultAsync(investor, to, In(4) with { TradeDate = A.Day("2024-05-03") });
        await FaultAsync(investor, from, In(4));
    }

    [Fact]
    public async Task The_same_external_id_decides_and_then_the_order_of_recording()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = await TwoPortfoliosAsync(investor);
        var sent = (await investor.RecordAsync(from, Out(2) with { ExternalId = "a" }, Out(2), Out(2) with { ExternalId = "c" })).Transactions;

        var came = (await investor.RecordAsync(to, In(2), In(2) with { ExternalId = "c" }, In(2) with { ExternalId = "x" })).Transactions;

        Assert.Equal([sent[0].Id, sent[2].Id, sent[1].Id], came.Select(entry => ((TransferIn)entry).TakenFrom!.Value));

        // Known by its external id, it is given as it is and takes nothing.
        var repeated = await investor.RecordAsync(to, In(2) with { ExternalId = "c" });
        Assert.Equal((0, came[1].Id), (repeated.Added, repeated.Transactions[0].Id));
    }

    [Fact]
    public async Task A_price_opens_one_lot_on_the_day_and_takes_nothing()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = await TwoPortfoliosAsync(investor);
        await investor.RecordAsync(from, Out(4));

        await investor.RecordAsync(to, In(4) with { UnitPrice = 150 });
        await investor.RecordAsync(to, In(4));

        // 4 at 402 with the older day; 4 x 150 = 600 on the day.
        Assert.Equal(
            [(A.Day("2024-01-02"), 402m), (A.Day("2024-05-02"), 600m)],
            (await investor.PositionsAsync(to))!.Holdings.Single().Lots.Select(lot => (lot.OpenedOn, lot.CostBasis.Amount)));
    }

    [Fact]
    public async Task Only_what_one_may_edit_is_taken()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, _) = await TwoPortfoliosAsync(investor);
        await investor.RecordAsync(from, Out(4));
        var bob = await investor.SignUpAsync("bob");
        investor.ActAs(bob);
        var his = await investor.CreatePortfolioAsync();

        await FaultAsync(investor, his, In(4));
        await ShareAsync(investor, from, bob, AccessLevel.Viewer);
        await FaultAsync(investor, his, In(4));
        await ShareAsync(investor, from, bob, AccessLevel.Editor);
        await investor.RecordAsync(his, In(4));

        // It is taken for the owner too, who cannot see where it went.
        investor.ActAs(investor.Ada);
        await FaultAsync(investor, await investor.CreatePortfolioAsync(), In(4));
    }

    [Fact]
    public async Task A_file_takes_lots_over_and_again_adds_nothing()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = await TwoPortfoliosAsync(investor);
        var file = Header + "2024-04-30,DEPOSIT,,,,5,USD,,,,,,,\n2024-05-02,TRANSFER_IN,AAPL,4,,,USD,,,,,,,\n";

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(new ImportTransactions(to, file)));
        var fault = Assert.Single(Assert.IsType<ImportRefused>(refused.Refusal).Rows);
        Assert.Equal((3, "unitPrice"), (fault.Line, fault.Field));

        await investor.RecordAsync(from, Out(4));
        Assert.Equal(2, (await investor.SendAsync(new ImportTransactions(to, file, DryRun: true))).Imported);
        Assert.Equal(2, (await investor.SendAsync(new ImportTransactions(to, file))).Imported);
        Assert.Equal(402m, (await investor.PositionsAsync(to))!.Holdings.Single().Lots.Single().CostBasis.Amount);
        Assert.Equal(2, (await investor.SendAsync(new ImportTransactions(to, file))).Duplicates);
    }

    [Fact]
    public async Task An_export_has_every_lot_that_came_and_is_known_when_it_comes_again()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = await TwoPortfoliosAsync(investor);
        await investor.RecordAsync(from, Out(12));
        await investor.RecordAsync(to, In(12));

        var file = await ExportAsync(investor, to);

        // The first ten cost 1005, two of the others 2 x 200.
        Assert.Contains(
            "2024-05-02,TRANSFER_IN,AAPL,12,,,USD,,,,,10 of 2024-01-02 for 1005 USD + 2 of 2024-02-01 for 400 USD,,\r\n", file, StringComparison.Ordinal);
        Assert.Equal(1, (await investor.SendAsync(new ImportTransactions(to, file))).Duplicates);

        // Elsewhere it needs no transfer out to take from.
        var other = await investor.CreatePortfolioAsync();
        await investor.SendAsync(new ImportTransactions(other, file));
        Assert.Equal(
            [(A.Day("2024-01-02"), 10m, 1_005m), (A.Day("2024-02-01"), 2m, 400m)],
            (await investor.PositionsAsync(other))!.Holdings.Single().Lots.Select(lot => (lot.OpenedOn, lot.Quantity.Units, lot.CostBasis.Amount)));
    }

    [Fact]
    public async Task Many_transfers_cost_as_many_statements_as_one() =>
        Assert.Equal(await StatementsForAsync(transfers: 1), await StatementsForAsync(transfers: 9));

    private static async Task<int> StatementsForAsync(int transfers)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var to = await investor.CreatePortfolioAsync();
        for (var i = 0; i < transfers; i++)
        {
            var from = await investor.CreatePortfolioAsync();
            await investor.RecordAsync(from, Draft.Buy(10, i % 2 == 0 ? "AAPL" : "IBM", "2024-01-02", at: 100), Out(1 + i) with { Symbol = i % 2 == 0 ? "AAPL" : "IBM" });
        }

        investor.Database.Statements.Reset();
        await investor.RecordAsync(to, [.. Enumerable.Range(0, transfers).Select(i => In(1 + i) with { Symbol = i % 2 == 0 ? "AAPL" : "IBM" })]);

        return investor.Database.Statements.Statements.Count(statement => statement.Contains("SELECT", StringComparison.Ordinal));
    }

    // 10 AAPL for 10 x 100 + 5 = 1005, and a month later 10 for 2000.
    private static async Task<(PortfolioId From, PortfolioId To)> TwoPortfoliosAsync(InvestorDatabase investor)
    {
        var (from, to) = (await investor.CreatePortfolioAsync(), await investor.CreatePortfolioAsync());
        await investor.RecordAsync(
            from, Draft.Buy(10, "AAPL", "2024-01-02", at: 100, fee: 5), Draft.Buy(10, "AAPL", "2024-02-01", at: 200));
        return (from, to);
    }

    private static TransactionDraft Out(decimal units) =>
        new() { Type = TransactionType.TransferOut, Symbol = "AAPL", TradeDate = A.Day("2024-05-02"), Quantity = units };

    private static TransactionDraft In(decimal units) =>
        new() { Type = TransactionType.TransferIn, Symbol = "AAPL", TradeDate = A.Day("2024-05-02"), Quantity = units };

    private static async Task<InputFault> FaultAsync(InvestorDatabase investor, PortfolioId portfolio, params TransactionDraft[] drafts)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.RecordAsync(portfolio, drafts));
        return Assert.Single(Assert.IsType<ValidationRefusal>(refused.Refusal).Faults);
    }

    private static async Task ShareAsync(InvestorDatabase investor, PortfolioId id, Domain.Users.User user, AccessLevel access)
    {
        await using var context = investor.Database.Context();
        (await context.Portfolios.SingleAsync(portfolio => portfolio.Id == id)).Share(user.Id, access);
        await context.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<Transaction>> EntriesAsync(InvestorDatabase investor, PortfolioId portfolio) =>
        (await investor.LedgerAsync(portfolio)).Entries;

    private static Task<string> ExportAsync(InvestorDatabase investor, PortfolioId portfolio) => investor.Database.InScopeAsync(async services =>
    {
        var export = await services.GetRequiredService<MediatR.IMediator>().Send(new ExportTransactions(portfolio));
        using var file = new MemoryStream();
        await services.GetRequiredService<ILedgerFile>().WriteAsync(export.Entries, file, default);
        return Encoding.UTF8.GetString(file.ToArray());
    });
}
