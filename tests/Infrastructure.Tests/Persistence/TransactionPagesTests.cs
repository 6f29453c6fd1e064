using Investr.Application;
using Investr.Application.Filtering;
using Investr.Application.Portfolios;
using Investr.Domain;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class TransactionPagesTests
{
    [Fact]
    public async Task The_newest_come_first_and_pages_join_without_gap_or_repeat()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await WithEntriesAsync(investor);

        var all = await ListAsync(investor, new(portfolio, new(First: 10)));
        Assert.Equal(["IBM 3", "AAPL 2", "IBM 2", "AAPL 1", "cash 1"], all.Items.Select(item => item.Item.Note));
        Assert.Equal((5, false, false), (all.TotalCount, all.HasNext, all.HasPrevious));

        var first = await ListAsync(investor, new(portfolio, new(First: 2)));
        Assert.True(first.HasNext);

        // An entry that comes meanwhile shifts nothing.
        await investor.RecordAsync(portfolio, Draft.Deposit(1, "2024-05-01"));
        var rest = await ListAsync(investor, new(portfolio, new(First: 10, After: first.Items[^1].Cursor)));
        Assert.Equal(["IBM 2", "AAPL 1", "cash 1"], rest.Items.Select(item => item.Item.Note));

        var last = await ListAsync(investor, new(portfolio, new(First: null, Last: 2)));
        Assert.Equal(["AAPL 1", "cash 1"], last.Items.Select(item => item.Item.Note));
        Assert.True(last.HasPrevious);
    }

    [Fact]
    public async Task Entries_are_found_by_type_symbol_and_day()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await WithEntriesAsync(investor);

        Assert.Equal(["cash 1"], await NotesAsync(new() { Type = new() { Eq = TransactionType.Deposit } }));
        Assert.Equal(
            ["IBM 3", "cash 1"], await NotesAsync(new() { Type = new() { In = [TransactionType.Deposit, TransactionType.Sell] } }));
        Assert.Equal(["AAPL 2", "AAPL 1"], await NotesAsync(new() { Symbol = new() { Eq = "aapl" } }));
        Assert.Equal(["IBM 3", "IBM 2"], await NotesAsync(new() { Symbol = new() { Neq = "AAPL" } }));
        Assert.Equal(["AAPL 2", "AAPL 1"], await NotesAsync(new() { Symbol = new() { StartsWith = "aa" } }));
        Assert.Equal(["IBM 3", "IBM 2"], await NotesAsync(new() { Symbol = new() { Contains = "b" } }));
        Assert.Empty(await NotesAsync(new() { Symbol = new() { Contains = "%" } }));
        Assert.Equal(["AAPL 2", "IBM 2"], await NotesAsync(new() { TradeDate = new() { Eq = A.Day("2024-02-01") } }));
        Assert.Equal(
            ["AAPL 2"],
            await NotesAsync(new()
            {
                Symbol = new() { In = ["AAPL", "MSFT"] },
                TradeDate = new() { Gte = A.Day("2024-01-15"), Lte = A.Day("2024-02-28") },
            }));

        async Task<IEnumerable<string?>> NotesAsync(TransactionFilter where) =>
            (await ListAsync(investor, new(portfolio, new(First: 10), where))).Items.Select(item => item.Item.Note);
    }

    [Fact]
    public async Task The_order_can_be_turned_round_and_a_page_costs_two_statements()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await WithEntriesAsync(investor);
        investor.Database.Statements.Reset();

        var oldest = await ListAsync(
            investor, new(portfolio, new(First: 3), Order: [new() { TradeDate = SortDirection.Asc, RecordedAt = SortDirection.Desc }]));

        // Of the two of 1 February, AAPL was entered later.
        Assert.Equal(["cash 1", "AAPL 1", "AAPL 2"], oldest.Items.Select(item => item.Item.Note));

        // One reads access, two read the page and its total.
        Assert.Equal(3, investor.Database.Statements.Count);
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await WithEntriesAsync(investor);

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            ListAsync(investor, new(portfolio, new(First: 1, After: "bm90IGE"))));

        Assert.IsType<ValidationRefusal>(refused.Refusal);
    }

    private static async Task<PortfolioId> WithEntriesAsync(InvestorDatabase investor)
    {
        var portfolio = await investor.CreatePortfolioAsync();
        TransactionDraft[] drafts =
        [
            Draft.Deposit(1_000, "2024-01-02") with { Note = "cash 1" },
            Draft.Buy(1, "AAPL", "2024-01-03", at: 100m) with { Note = "AAPL 1" },
            Draft.Buy(1, "IBM", "2024-02-01", at: 100m) with { Note = "IBM 2" },
            Draft.Buy(1, "AAPL", "2024-02-01", at: 100m) with { Note = "AAPL 2" },
            Draft.Sell(1, "IBM", "2024-03-01", at: 100m) with { Note = "IBM 3" },
        ];

        // One at a time, so that each has a moment of its own.
        foreach (var draft in drafts)
        {
            await investor.RecordAsync(portfolio, draft);
            investor.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return portfolio;
    }

    private static Task<Page<Transaction>> ListAsync(InvestorDatabase investor, ListTransactions request) => investor.SendAsync(request);
}
