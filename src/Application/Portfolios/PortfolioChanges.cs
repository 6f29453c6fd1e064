using System.Globalization;
using Investr.Domain;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>Changes what is kept of a portfolio besides its ledger.</summary>
internal sealed class PortfolioChanges(IPortfolioRepository portfolios, LoadedPortfolios loaded, IUnitOfWork work)
{
    /// <summary>Loads a portfolio, changes it and commits.</summary>
    /// <param name="id">The portfolio.</param>
    /// <param name="version">The version that the caller has read; null where the change holds whatever others changed before.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RefusedException">There is none, it is of another version, or it refuses the change.</exception>
    public async Task<Portfolio> ChangeAsync(PortfolioId id, string? version, Action<Portfolio> change, CancellationToken cancellationToken)
    {
        var portfolio = await CommitAsync(id, version, change, cancellationToken);
        loaded.Renew(portfolio);
        return portfolio;
    }

    /// <summary>Deletes a portfolio with its ledger and its members.</summary>
    /// <param name="id">The portfolio.</param>
    /// <param name="version">The version that the caller has read; null where any may go.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RefusedException">There is none, or it is of another version.</exception>
    public async Task DeleteAsync(PortfolioId id, string? version, CancellationToken cancellationToken)
    {
        await CommitAsync(id, version, portfolios.Remove, cancellationToken);
        loaded.Forget(id);
    }

    // Who gave no version does not mind what others changed in the meantime.
    private Task<Portfolio> CommitAsync(PortfolioId id, string? version, Action<Portfolio> change, CancellationToken cancellationToken) =>
        version is null
            ? work.AgainOnConflictAsync(() => OnceAsync(id, version, change, cancellationToken))
            : OnceAsync(id, version, change, cancellationToken);

    private async Task<Portfolio> OnceAsync(PortfolioId id, string? version, Action<Portfolio> change, CancellationToken cancellationToken)
    {
        var portfolio = await portfolios.FindAsync(id, cancellationToken) ?? throw new RefusedException(new NotFound("portfolio"));
        if (version is not null && version != portfolio.Version.ToString(CultureInfo.InvariantCulture))
            throw new RefusedException(new Conflict("The portfolio was changed since it was read. Read it again, then try again."));

        change(portfolio);
        await work.CommitAsync(cancellationToken);
        return portfolio;
    }
}
