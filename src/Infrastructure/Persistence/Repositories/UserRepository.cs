using Investr.Application.Users;
using Investr.Domain.Market;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Configurations;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class UserRepository(InvestrDbContext context) : IUserRepository
{
    public Task<User?> FindAsync(UserId id, CancellationToken cancellationToken) =>
        context.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken);

    public Task<User?> FindByEmailAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var hash = context.PersonalData.HashOf(email);
        return context.Users.SingleOrDefaultAsync(
            user => EF.Property<string>(user, UserConfiguration.EmailHash) == hash, cancellationToken);
    }

    public async Task<User?> FindInTurnAsync(UserId id, CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);
        var user = await FindAsync(id, cancellationToken);

        // Where this request has read them before, somebody may have changed them since.
        if (user is not null) await context.Entry(user).ReloadAsync(cancellationToken);
        return user is not null && context.Entry(user).State != EntityState.Detached ? user : null;
    }

    public Task<bool> HasAnotherAdministratorAsync(UserId than, CancellationToken cancellationToken) =>
        context.Users.AnyAsync(user => user.Id != than && !user.IsLocked && user.Roles.Contains(Role.Admin), cancellationToken);

    public void Add(User user) => context.Users.Add(user);

    public async Task RemoveAsync(User user, CancellationToken cancellationToken)
    {
        await PassOnAssetsAsync(user.Id, cancellationToken);

        // The database takes the rest along. SQL Server does so by one way only, and what is in a portfolio is the user's too. PostgreSQL
        // looks after each table whether something still needs the assets that go, as watchlists and alerts do.
        await context.Portfolios.Where(portfolio => portfolio.OwnerId == user.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Watchlists.Where(list => list.OwnerId == user.Id).ExecuteDeleteAsync(cancellationToken);
        await context.PriceAlerts.Where(alert => alert.OwnerId == user.Id).ExecuteDeleteAsync(cancellationToken);
        context.Users.Remove(user);
    }

    // Entries in the portfolios of others need their assets. The owner of the first such portfolio sees the asset from now on, by
    // a symbol that they do not use themselves.
    private async Task PassOnAssetsAsync(UserId user, CancellationToken cancellationToken)
    {
        var needed = await (
            from row in context.Transactions
            join asset in context.Assets on row.AssetId equals (AssetId?)asset.Id
            join portfolio in context.Portfolios on row.PortfolioId equals portfolio.Id
            where asset.OwnerId == user && portfolio.OwnerId != user
            select new { asset.Id, asset.Symbol, Portfolio = portfolio.Id, portfolio.OwnerId }).Distinct().ToListAsync(cancellationToken);

        foreach (var passed in needed.GroupBy(use => use.Id).Select(uses => uses.MinBy(use => use.Portfolio.Value)!))
        {
            var isTaken = await context.Assets.AnyAsync(
                asset => asset.OwnerId == passed.OwnerId && asset.Symbol == passed.Symbol, cancellationToken);
            var symbol = isTaken ? $"{passed.Symbol[..Math.Min(passed.Symbol.Length, 37)]}-{passed.Id.ToString()[^12..]}" : passed.Symbol;

            await context.Assets.Where(asset => asset.Id == passed.Id).ExecuteUpdateAsync(
                row => row.SetProperty(asset => asset.OwnerId, passed.OwnerId).SetProperty(asset => asset.Symbol, symbol), cancellationToken);
        }
    }
}
