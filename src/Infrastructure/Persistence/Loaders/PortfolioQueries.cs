using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Conditions on portfolios that several queries share.</summary>
internal static class PortfolioQueries
{
    /// <summary>Those that a user owns or is a member of. Two looks into an index, where an "or" would read the whole table.</summary>
    /// <param name="context">The database.</param>
    /// <param name="user">The user.</param>
    /// <param name="toChange">Whether to leave out those that the user may only look at.</param>
    public static IQueryable<Portfolio> PortfoliosOf(this InvestrDbContext context, UserId user, bool toChange = false)
    {
        var owned = context.Portfolios.Where(portfolio => portfolio.OwnerId == user).Select(portfolio => portfolio.Id);
        var shared = context.Portfolios
            .SelectMany(portfolio => portfolio.Members, (portfolio, member) => new { portfolio.Id, member.User, member.Access })
            .Where(member => member.User == user && (!toChange || member.Access != AccessLevel.Viewer))
            .Select(member => member.Id);
        return context.Portfolios.Where(portfolio => owned.Union(shared).Contains(portfolio.Id));
    }
}
