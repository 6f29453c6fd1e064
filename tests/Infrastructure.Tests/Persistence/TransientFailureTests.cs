using System.Data.Common;
using Investr.Domain.Monetary;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>Connections that are lost, at the worst moments.</summary>
public sealed class TransientFailureTests
{
    private readonly LostConnection _lost = new();

    [Theory]
    [InlineData("INSERT INTO \"Transactions\"")]
    [InlineData("UPDATE \"Portfolios\"")]
    [InlineData("pg_advisory_xact_lock")]
    [InlineData("FROM \"Portfolios\"")]
    public async Task What_is_lost_before_the_commit_is_done_again_as_a_whole_and_once(string statement)
    {
        await using var investor = await CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        _lost.At = statement;
        await investor.RecordAsync(portfolio, Draft.Deposit(100, "2024-01-02"));

        Assert.Null(_lost.At);
        Assert.Equal([new Money(100m, Currency.Usd)], (await investor.PositionsAsync(portfolio))!.Cash);
    }

    [Fact]
    public async Task What_is_lost_with_the_commit_is_told_and_not_done_twice()
    {
        await using var investor = await CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        _lost.AfterCommit = true;
        await Assert.ThrowsAnyAsync<DbException>(() => investor.RecordAsync(portfolio, Draft.Deposit(100, "2024-01-02")));

        // It was done: only the answer is lost.
        Assert.Equal([new Money(100m, Currency.Usd)], (await investor.PositionsAsync(portfolio))!.Cash);
    }

    [Fact]
    public async Task What_fails_again_and_again_is_told()
    {
        await using var investor = await CreateAsync();
        var portfolio = await investor.CreatePortfolioAsync();

        (_lost.At, _lost.IsForGood) = ("INSERT INTO \"Transactions\"", true);
        await Assert.ThrowsAnyAsync<Exception>(() => investor.RecordAsync(portfolio, Draft.Deposit(100, "2024-01-02")));

        _lost.At = null;
        Assert.Empty((await investor.PositionsAsync(portfolio))!.Cash);
    }

    private async Task<InvestorDatabase> CreateAsync()
    {
        Assert.SkipUnless(TestDatabase.IsPostgreSql, "INVESTR_TEST_POSTGRESQL holds no connection string; SQLite has no connection to lose.");
        return await InvestorDatabase.CreateAsync(services => services.AddSingleton<IInterceptor>(_lost));
    }

    private sealed class LostConnection : DbCommandInterceptor, IDbTransactionInterceptor
    {
        /// <summary>A part of the statement at which it is lost; null once it was.</summary>
        public string? At { get; set; }

        public bool IsForGood { get; set; }

        public bool AfterCommit { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Lose(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Lose(command);
            return new(result);
        }

        public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!AfterCommit) return Task.CompletedTask;

            AfterCommit = false;
            throw Failure();
        }

        private void Lose(DbCommand command)
        {
            if (At is null || !command.CommandText.Contains(At, StringComparison.Ordinal)) return;

            if (!IsForGood) At = null;
            throw Failure();
        }

        private static NpgsqlException Failure() => new("The connection is lost.", new IOException());
    }
}
