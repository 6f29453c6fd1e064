using Investr.Application;
using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>What is asked on every page, at every recording and at every request finds its rows by an index.</summary>
public sealed class HotQueryTests
{
    private readonly PlanRecorder _plans = new();

    [Fact]
    public async Task No_hot_query_reads_a_whole_table()
    {
        Assert.SkipWhen(TestDatabase.Provider == "SqlServer", "SQL Server explains in another way.");
        await using var investor = await InvestorDatabase.CreateAsync(services => services.AddSingleton<IInterceptor>(_plans));
        var portfolio = await investor.CreatePortfolioAsync();
        await investor.RecordAsync(portfolio, Draft.Buy(10, "AAPL", "2024-01-02", at: 100), Draft.Deposit(100, "2024-01-02"));
        var apple = (await investor.AssetsAsync("AAPL"))["AAPL"];
        var page = new PageRequest(10);

        _plans.IsOn = true;
        await investor.RecordAsync(portfolio, Draft.Sell(1, "AAPL", "2024-01-03", at: 100));
        await investor.SendAsync(new RecordTransactions(portfolio, [Draft.Deposit(1, "2024-01-04")], IdempotencyKey: "once"));
        await investor.PositionsAsync(portfolio);
        await AskAsync<ITransactionPages, Page<Domain.Portfolios.Transaction>>(investor, pages => pages.ListAsync(portfolio, null, [], false, page, default));
        await AskAsync<IPortfolioPages, Page<Domain.Portfolios.Portfolio>>(investor, pages => pages.ListAsync(investor.Ada.Id, page, default));
        await AskAsync<IPriceStore, object>(investor, async prices => await prices.ReadAsync([apple], new(2024, 1, 1), new(2024, 12, 31), default));
        await AskAsync<IPriceStore, object>(investor, async prices => await prices.ReadLatestAsync([apple], new(2024, 12, 31), default));
        await AskAsync<IUserRepository, object?>(investor, async users => await users.FindByEmailAsync(investor.Ada.Email, default));
        await AskAsync<ISessionsOfUserLoader, object?>(investor, async sessions => await sessions.LoadAsync(investor.Ada.Id));
        _plans.IsOn = false;

        Assert.True(_plans.Count > 15, "The queries were not explained.");
        var scans = string.Join("\n\n", _plans.Scans);
        Assert.True(scans == "", scans);
    }

    private static Task<TAnswer> AskAsync<TPart, TAnswer>(InvestorDatabase investor, Func<TPart, Task<TAnswer>> ask) where TPart : notnull =>
        investor.Database.InScopeAsync(services => ask(services.GetRequiredService<TPart>()));
}
