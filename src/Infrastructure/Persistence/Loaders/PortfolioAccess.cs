using Investr.Application.Pipeline;
using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Reads access off the portfolio, which the request is about to load anyway: the check costs no statement of its own.</summary>
internal sealed class PortfolioAccess(IPortfolioLoader portfolios) : IPortfolioAccess
{
    public async Task<AccessLevel?> FindAsync(PortfolioId portfolio, UserId user, CancellationToken cancellationToken) =>
        (await portfolios.LoadAsync(portfolio, cancellationToken))?.AccessOf(user);
}
