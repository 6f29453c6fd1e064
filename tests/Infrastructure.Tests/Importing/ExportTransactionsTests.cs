using System.Globalization;
using System.Text;
using Investr.Application;
using Investr.Application.Exporting;
using Investr.Application.Importing;
using Investr.Application.Portfolios;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Importing;
using Investr.Infrastructure.Tests.Persistence;
using Investr.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Importing;

public sealed class ExportTransactionsTests
{
    [Fact]
    public async Task Every_type_is_written_with_what_it_has_and_without_what_it_has_not()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(
            portfolio,
            Draft.Deposit(5_000.50m, "2024-01-02") with { Note = "opening, \"all\" of it" },
            Draft.Buy(10, "AAPL", "2024-01-03", at: 184.250m, fee: 1.00m) with { ExternalId = "order-1" },
            Draft.Split("AAPL", "2024-01-04", ratio: 0.3333333333m),
            new() { Type = TransactionType.TransferOut, Symbol = "AAPL", TradeDate = A.Day("2024-01-05"), Quantity = 0.00000001m },
            new() { Type = TransactionType.Interest, TradeDate = A.Day("2024-01-06"), Amount = -1.5m, Currency = Currency.Eur });

        Assert.Equal(
            """
            date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,lot,lots,note,externalId
            2024-01-02,DEPOSIT,,,,5000.5,USD,,,,,,"opening, ""all"" of it",
            2024-01-03,BUY,AAPL,10,184.25,,USD,1,,,,,,order-1
            2024-01-04,SPLIT,AAPL,,,,USD,,,1:3,,,,
            2024-01-05,TRANSFER_OUT,AAPL,0.00000001,,,USD,,,,,,,
            2024-01-06,INTEREST,,,,-1.5,EUR,,,,,,,

            """.ReplaceLineEndings("\r\n"),
            await ExportAsync(investor, portfolio));
    }

    [Fact]
    public async Task An_empty_ledger_is_a_header()
    {
        await using var investor = await InvestorDatabase.CreateAsync();

        Assert.Equal(
            "date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,lot,lots,note,externalId\r\n",
            await ExportAsync(investor, await investor.CreatePortfolioAsync()));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1")]
    [InlineData("'=1")]
    [InlineData("''")]
    [InlineData("'twas the night")]
    [InlineData("two;=1+1")]
    [InlineData("two\r\nlines, and \"quotes\"")]
    [InlineData("x\t=1")]
    [InlineData("Übertrag 🤓")]
    public async Task Nobody_s_words_become_a_formula_and_all_of_them_come_back(string words)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (from, to) = (await investor.CreatePortfolioAsync(), await investor.CreatePortfolioAsync());
        await investor.RecordAsync(from, Draft.Deposit(1, "2024-01-02") with { Note = words, ExternalId = words });

        var file = await ExportAsync(investor, from);
        await investor.SendAsync(new ImportTransactions(to, file));

        Assert.Contains($",{Cell(words)},{Cell(words)}\r\n", file, StringComparison.Ordinal);
        var page = await investor.Database.InScopeAsync(services =>
            services.GetRequiredService<ITransactionPages>().ListAsync(to, null, [], includeSuperseded: false, new PageRequest(10), CancellationToken.None));
        var entry = Assert.Single(page.Items).Item;
        Assert.Equal((words, words), (entry.Note, entry.ExternalId));
    }

    [Theory]
    [InlineData("\tx")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    public void What_a_spreadsheet_passes_over_before_a_formula_is_made_harmless_too(string text)
    {
        Assert.Equal($"'{text}", SpreadsheetText.Harmless(text));
        Assert.Equal(text, SpreadsheetText.Original($"'{text}"));
    }

    [Fact]
    public async Task What_was_corrected_or_voided_is_not_written()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var (first, second) = (await investor.RecordAsync(portfolio, Draft.Deposit(1, "2024-01-02"), Draft.Deposit(7, "2024-01-03"))).Transactions
            is [var wrong, var twice] ? (wrong, twice) : throw new InvalidOperationException();
        await investor.SendAsync(new VoidTransaction(second.Id));
        await investor.SendAsync(new CorrectTransaction(first.Id, Draft.Deposit(2, "2024-01-02")));

        var rows = (await ExportAsync(investor, portfolio)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("2024-01-02,DEPOSIT,,,,2,USD,,,,,,,", Assert.Single(rows[1..]));
    }

    [Fact]
    public async Task Lots_that_sales_name_are_told_by_the_rows_that_open_them()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var bought = (await investor.RecordAsync(
            portfolio,
            Draft.Buy(1, "AAPL", "2024-01-02", at: 1),
            Draft.Buy(4, "AAPL", "2024-01-03", at: 2),
            new()
            {
                Type = TransactionType.TransferIn, Symbol = "AAPL", TradeDate = A.Day("2024-01-04"), Quantity = 5, TransferredLots = [
                new(A.Day("2020-01-02"), 3, 30), new(A.Day("2021-01-04"), 2, 25.5m, Currency.Eur)]
            })).Transactions;
        var lots = new LotOpenings(await investor.LedgerAsync(portfolio));
        await investor.RecordAsync(portfolio, Draft.Sell(5, "AAPL", "2024-02-01", at: 3) with
        {
            Lots = [new(lots.LotOf(bought[1], 0), 2.5m), new(lots.LotOf(bought[2], 1), 1)],
        });

        Assert.Equal(
            """
            date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,lot,lots,note,externalId
            2024-01-02,BUY,AAPL,1,1,,USD,,,,,,,
            2024-01-03,BUY,AAPL,4,2,,USD,,,,1,,,
            2024-01-04,TRANSFER_IN,AAPL,5,,,USD,,,,2,3 of 2020-01-02 for 30 USD + 2 of 2021-01-04 for 25.5 EUR,,
            2024-02-01,SELL,AAPL,5,3,,USD,,,,,2.5 of 1 + 1 of 2#2,,

            """.ReplaceLineEndings("\r\n"),
            await ExportAsync(investor, portfolio));
    }

    [Fact]
    public async Task Importing_an_export_changes_no_figure_by_any_method()
    {
        await using var investor = await InvestorDatabase.CreateAsync();

        for (var seed = 1; seed <= 10; seed++)
        {
            var (from, to) = (await investor.CreatePortfolioAsync(), await investor.CreatePortfolioAsync());
            await RecordRandomlyAsync(investor, from, seed);
            var original = await investor.LedgerAsync(from);

            var file = await ExportAsync(investor, from);
            var result = await investor.SendAsync(new ImportTransactions(to, file));

            Assert.Equal((original.Current.Count, original.Current.Count), (result.Rows, result.Imported));
            Assert.Equal(file, await ExportAsync(investor, to));
            foreach (var method in Enum.GetValues<CostBasisMethod>())
                Assert.Equal(Figures(Replay.Of(original, method)), Figures(Replay.Of(await investor.LedgerAsync(to), method)));

            // Again it adds nothing.
            Assert.Equal(0, (await investor.SendAsync(new ImportTransactions(to, file))).Imported);
        }
    }

    // Every type, with sales that name lots (some of them corrected since), and an entry that was voided.
    private static async Task RecordRandomlyAsync(InvestorDatabase investor, PortfolioId portfolio, int seed)
    {
        var random = new Random(seed);
        var assets = await investor.AssetsAsync(RandomDrafts.Symbols);
        foreach (var some in RandomDrafts.From(seed, entries: 60).Chunk(12))
        {
            var ledger = await investor.LedgerAsync(portfolio);
            await investor.RecordAsync(portfolio, [.. some.Select(draft => RandomDrafts.NamingLots(draft, assets, ledger, random))]);
        }

        var buys = (await investor.LedgerAsync(portfolio)).Current.OfType<Buy>().ToArray();
        foreach (var buy in buys.Where(_ => random.Next(4) == 0)) await investor.SendAsync(new CorrectTransaction(buy.Id, RandomDrafts.Dearer(buy)));
        await investor.SendAsync(new VoidTransaction((await investor.RecordAsync(portfolio, Draft.Deposit(1, "2020-01-02"))).Transactions[0].Id));
    }

    [Fact]
    public async Task A_sale_names_a_lot_whose_row_is_there_already()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        const string Header = "date,type,symbol,quantity,unitPrice,lot,lots\n";
        const string Bought = "2024-01-02,BUY,AAPL,5,1,,\n2024-01-03,BUY,AAPL,4,2,dear,\n";
        await investor.SendAsync(new ImportTransactions(portfolio, Header + Bought));

        var result = await investor.SendAsync(new ImportTransactions(portfolio, $"{Header}{Bought}2024-02-01,SELL,AAPL,3,3,,3 of dear\n"));

        // 3 of the lot at 2, not of the older one at 1.
        Assert.Equal((1, 2), (result.Imported, result.Duplicates));
        Assert.Equal(6m, Replay.Of(await investor.LedgerAsync(portfolio), CostBasisMethod.Specific).RealizedGains.Single().CostBasis.Amount);
    }

    [Theory]
    [InlineData("2024-02-01,SELL,AAPL,1,3,,1 of b", "lots", "No row of the file opens the lot b.")]
    [InlineData("2024-02-01,SELL,AAPL,1,3,,1 of a#2", "lots", "There is no such lot to sell from.")]
    [InlineData("2024-02-01,SELL,AAPL,1,3,,2 of a", "lots", "The lots add up to more than is sold.")]
    [InlineData("2024-02-01,SELL,AAPL,1,3,,-1 of a", "lots", "A quantity is positive.")]
    [InlineData("2024-02-01,SELL,AAPL,1,3,,a", "lots", "\"a\" is not understood; lots as in 4 of a + 1.5 of b are expected.")]
    [InlineData("2024-02-01,SELL,AAPL,1,3,b,", "lot", "Only what brings units in opens a lot.")]
    [InlineData("2024-02-01,BUY,AAPL,1,3,A,", "lot", "Another row opens the lot A too.")]
    [InlineData("2024-02-01,BUY,AAPL,1,3,,1 of a", "lots", "Only a SELL names lots.")]
    [InlineData("2024-02-01,TRANSFER_IN,AAPL,2,,,1 of 2024-01-02 for 3 USD", "lots", "The lots do not add up to the quantity.")]
    [InlineData("2024-02-01,TRANSFER_IN,AAPL,2,,,2 of 2024-02-02 for 3 USD", "lots", "A lot was opened in or after 1900, and no later than it is transferred.")]
    [InlineData("2024-02-01,TRANSFER_IN,AAPL,2,,,2 of 2024-01-02 for 3 XXY", "lots", "\"2 of 2024-01-02 for 3 XXY\" is not understood; lots as in 10 of 2024-01-03 for 1843.50 USD are expected.")]
    [InlineData("2024-02-01,TRANSFER_IN,AAPL,2,5,,2 of 2024-01-02 for 3 USD", "unitPrice", "Lots bring their own cost; give them or a price.")]
    public async Task What_is_wrong_with_a_lot_is_told_by_line_and_column(string row, string column, string message)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var file = $"date,type,symbol,quantity,unitPrice,lot,lots\n2024-01-02,BUY,AAPL,5,1,a,\n{row}\n";

        var refused = await Assert.ThrowsAsync<RefusedException>(() => investor.SendAsync(new ImportTransactions(portfolio, file)));

        Assert.Equal([(3, column, message)], Assert.IsType<ImportRefused>(refused.Refusal).Rows.Select(fault => (fault.Line, fault.Field, fault.Message)));
        Assert.Empty((await investor.LedgerAsync(portfolio)).Entries);
    }

    [Fact]
    public async Task An_import_reads_the_ledger_once()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        await RecordRandomlyAsync(investor, portfolio, seed: 3);
        var file = await ExportAsync(investor, portfolio);
        investor.Database.Statements.Reset();

        await investor.SendAsync(new ImportTransactions(portfolio, $"{file}2024-01-02,DEPOSIT,,,,1,USD,,,,,,,fresh\r\n"));

        Assert.Single(investor.Database.Statements.Statements, statement => statement.Contains("FROM \"Transactions\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Importing_an_export_into_its_own_portfolio_adds_nothing()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        await RecordRandomlyAsync(investor, portfolio, seed: 99);

        var result = await investor.SendAsync(new ImportTransactions(portfolio, await ExportAsync(investor, portfolio)));

        Assert.Equal((0, (await investor.LedgerAsync(portfolio)).Current.Count), (result.Imported, result.Duplicates));
    }

    [Fact]
    public async Task A_ledger_is_read_in_one_statement_whatever_its_length()
    {
        Assert.Equal(await StatementsForAsync(entries: 2), await StatementsForAsync(entries: 60));
    }

    private static async Task<int> StatementsForAsync(int entries)
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(portfolio, [.. RandomDrafts.From(seed: 7, entries)]);
        investor.Database.Statements.Reset();

        await ExportAsync(investor, portfolio);

        return investor.Database.Statements.Count;
    }

    private static Task<string> ExportAsync(InvestorDatabase investor, PortfolioId portfolio) => investor.Database.InScopeAsync(async services =>
    {
        var export = await services.GetRequiredService<MediatR.IMediator>().Send(new ExportTransactions(portfolio));
        using var file = new MemoryStream();
        await services.GetRequiredService<ILedgerFile>().WriteAsync(export.Entries, file, CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray());
    });

    private static async Task<IReadOnlyList<Transaction>> EntriesAsync(InvestorDatabase investor, PortfolioId portfolio) =>
        (await investor.LedgerAsync(portfolio)).Entries;

    // Everything that a ledger comes to, without the identities of its entries, and without zeros at the end of a number.
    private static string Figures(Positions positions) => string.Join('\n', (IEnumerable<object>)
    [
        .. positions.Holdings.SelectMany(holding => holding.Lots.Select(lot =>
            (holding.Asset, Plain(holding.Quantity.Units), lot.OpenedOn, Plain(lot.Quantity.Units), Plain(lot.CostBasis)))),
        .. positions.Cash.Select(Plain),
        .. positions.RealizedGains.Select(gain =>
            (gain.Asset, gain.OpenedOn, gain.ClosedOn, Plain(gain.Quantity.Units), Plain(gain.CostBasis), Plain(gain.Proceeds))),
        .. positions.Income.Select(income => (income.On, income.Kind, Plain(income.Amount), income.Asset)),
        .. positions.Charges.Select(charge => (charge.On, charge.Kind, Plain(charge.Amount), charge.Asset, charge.InGain)),
        .. positions.Contributions.Select(contribution => (contribution.On, Plain(contribution.Amount), contribution.Asset)),
        .. positions.HandOvers.SelectMany(handOver => handOver.Lots.Select(lot => (handOver.On, lot.OpenedOn, Plain(lot.Quantity.Units), Plain(lot.Cost)))),
        .. positions.Overdrafts,
    ]);

    private static string Plain(Money money) => $"{Plain(money.Amount)} {money.Currency}";

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Cell(string words)
    {
        var marked = "=+-@＝'".Contains(words[0], StringComparison.Ordinal) ? $"'{words}" : words;
        return marked.Any(character => character is ',' or ';' or '\t' or '"' or '\r' or '\n') ? $"\"{marked.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : marked;
    }
}
