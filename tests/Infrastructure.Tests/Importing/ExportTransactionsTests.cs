using System.Text;
using Investr.Application;
using Investr.Application.Exporting;
using Investr.Application.Importing;
using Investr.Application.Portfolios;
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
            date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,note,externalId
            2024-01-02,DEPOSIT,,,,5000.5,USD,,,,"opening, ""all"" of it",
            2024-01-03,BUY,AAPL,10,184.25,,USD,1,,,,order-1
            2024-01-04,SPLIT,AAPL,,,,USD,,,1:3,,
            2024-01-05,TRANSFER_OUT,AAPL,0.00000001,,,USD,,,,,
            2024-01-06,INTEREST,,,,-1.5,EUR,,,,,

            """.ReplaceLineEndings("\r\n"),
            await ExportAsync(investor, portfolio));
    }

    [Fact]
    public async Task An_empty_ledger_is_a_header()
    {
        await using var investor = await InvestorDatabase.CreateAsync();

        Assert.Equal(
            "date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,note,externalId\r\n",
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
            services.GetRequiredService<ITransactionPages>().ListAsync(to, null, [], new PageRequest(10), CancellationToken.None));
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

        Assert.Equal("2024-01-02,DEPOSIT,,,,2,USD,,,,,", Assert.Single(rows[1..]));
    }

    [Fact]
    public async Task Importing_an_export_changes_no_figure_by_any_method()
    {
        await using var investor = await InvestorDatabase.CreateAsync();

        for (var seed = 1; seed <= 15; seed++)
        {
            var (from, to) = (await investor.CreatePortfolioAsync(), await investor.CreatePortfolioAsync());
            await investor.RecordAsync(from, [.. RandomDrafts.From(seed, entries: 60)]);

            var file = await ExportAsync(investor, from);
            var result = await investor.SendAsync(new ImportTransactions(to, file));

            Assert.Equal((60, 60), (result.Rows, result.Imported));
            Assert.Equal(file, await ExportAsync(investor, to));
            foreach (var method in Enum.GetValues<CostBasisMethod>())
            {
                Assert.Equal(
                    Figures(Replay.Of(new Ledger(await EntriesAsync(investor, from)), method)),
                    Figures(Replay.Of(new Ledger(await EntriesAsync(investor, to)), method)));
            }
        }
    }

    [Fact]
    public async Task Importing_an_export_into_its_own_portfolio_adds_nothing()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(portfolio, [.. RandomDrafts.From(seed: 99, entries: 60)]);

        var result = await investor.SendAsync(new ImportTransactions(portfolio, await ExportAsync(investor, portfolio)));

        Assert.Equal((0, 60), (result.Imported, result.Duplicates));
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

    private static Task<IReadOnlyList<Transaction>> EntriesAsync(InvestorDatabase investor, PortfolioId portfolio) =>
        investor.Database.InScopeAsync(services => services.GetRequiredService<IPortfolioRepository>().ReadLedgerAsync(portfolio, CancellationToken.None));

    // Everything that a ledger comes to, without the identities of its entries.
    private static string Figures(Positions positions) => string.Join('\n', (IEnumerable<object>)
    [
        .. positions.Holdings.SelectMany(holding => holding.Lots.Select(lot => (holding.Asset, holding.Quantity, lot.OpenedOn, lot.Quantity, lot.CostBasis))),
        .. positions.Cash,
        .. positions.RealizedGains.Select(gain => (gain.Asset, gain.OpenedOn, gain.ClosedOn, gain.Quantity, gain.CostBasis, gain.Proceeds)),
        .. positions.Income,
        .. positions.Charges,
        .. positions.Contributions,
    ]);

    private static string Cell(string words)
    {
        var marked = "=+-@＝'".Contains(words[0], StringComparison.Ordinal) ? $"'{words}" : words;
        return marked.Any(character => character is ',' or ';' or '\t' or '"' or '\r' or '\n') ? $"\"{marked.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : marked;
    }
}
