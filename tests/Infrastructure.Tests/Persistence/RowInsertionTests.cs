using System.Globalization;
using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Tests.Persistence;

public sealed class RowInsertionTests
{
    private const int Many = 600;

    [Fact]
    public async Task Entries_written_in_bulk_read_like_those_that_the_context_writes()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var (bulk, single) = (await investor.CreatePortfolioAsync(), await investor.CreatePortfolioAsync());
        TransactionDraft[] drafts =
        [
            .. Enumerable.Range(1, Many - 3).Select(i => Draft.Buy(i + 0.000_000_01m, "AAPL", "2024-01-02", at: 1.10m, fee: 0.50m) with
            {
                ExternalId = i.ToString(CultureInfo.InvariantCulture), Note = i % 2 == 0 ? "even" : null,
            }),
            Draft.Split("AAPL", "2024-01-03", 4),
            Draft.Sell(3, "AAPL", "2024-01-04", at: 2m),
            Draft.Dividend(1.2345m, "AAPL", "2024-01-05"),
        ];

        await investor.RecordAsync(bulk, drafts);
        foreach (var part in drafts.Chunk(Many / 3)) await investor.RecordAsync(single, part);

        Assert.Equal(await ToldOfAsync(investor, single), await ToldOfAsync(investor, bulk));
        Assert.Equal(
            (await investor.PositionsAsync(single))!.Holdings[0].Quantity, (await investor.PositionsAsync(bulk))!.Holdings[0].Quantity);
    }

    [Fact]
    public async Task What_is_refused_at_the_commit_leaves_nothing_behind()
    {
        await using var investor = await InvestorDatabase.CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();
        var drafts = Enumerable.Range(0, Many).Select(_ => Draft.Deposit(1, "2024-01-02")).ToArray();

        await Assert.ThrowsAnyAsync<Exception>(() => investor.RecordAsync(portfolio, [.. drafts, Draft.Sell(1, "AAPL", "2024-01-04", at: 2m)]));

        Assert.Empty(await ToldOfAsync(investor, portfolio));
    }

    private static async Task<List<object>> ToldOfAsync(InvestorDatabase investor, PortfolioId portfolio)
    {
        await using var context = investor.Database.Context();
        var rows = await context.Transactions.AsNoTracking().Where(row => row.PortfolioId == portfolio).OrderBy(row => row.Sequence).ToListAsync();
        return [.. rows.Select(row => (object)(row.ToTransaction() with { Id = default, RecordedAt = default }))];
    }
}
