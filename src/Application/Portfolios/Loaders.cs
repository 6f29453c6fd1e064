using Investr.DataLoader;
using Investr.Domain;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Application.Portfolios;

/// <summary>Portfolios with their members and without their ledgers. It asks nobody for access.</summary>
public interface IPortfolioLoader : IDataLoader<PortfolioId, Portfolio>;

/// <summary>What portfolios held on a day, by their ledgers. It asks nobody for access.</summary>
public interface IPositionsLoader : IDataLoader<PositionsKey, Positions>;

/// <summary>Whole ledgers. It asks nobody for access.</summary>
public interface ILedgerLoader : IDataLoader<PortfolioId, Ledger>;

/// <summary>Entries of ledgers, superseded ones too. It asks nobody for access.</summary>
public interface ITransactionLoader : IDataLoader<TransactionId, LedgerEntry>;

/// <summary>What became of entries that count no longer; nothing for those that do. It asks nobody for access.</summary>
public interface IEntryFateLoader : IDataLoader<TransactionId, EntryFate>;

/// <summary>Those with whom users share portfolios, as owners or as members; empty for who shares none.</summary>
public interface IFellowMembersLoader : IDataLoader<UserId, IReadOnlySet<UserId>>;

/// <summary>Positions of a portfolio at the end of a day.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="AsOf">The day; now, if left out.</param>
/// <param name="Method">How sales are matched with lots; by the portfolio's own method, if left out.</param>
public readonly record struct PositionsKey(PortfolioId Portfolio, DateOnly? AsOf = null, CostBasisMethod? Method = null);

/// <summary>An entry and the portfolio that it is in.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Transaction">The entry.</param>
public sealed record LedgerEntry(PortfolioId Portfolio, Transaction Transaction);

/// <summary>Why an entry counts no longer.</summary>
/// <param name="Voiding">Who took it out, when and why; null where nobody did.</param>
/// <param name="Correction">The entry that stands in its place; null where none does.</param>
public sealed record EntryFate(Voiding? Voiding, Transaction? Correction);

/// <summary>Loads that must find something.</summary>
public static class PortfolioLoading
{
    /// <summary>A portfolio that must be there.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<Portfolio> FindAsync(
        this IPortfolioLoader portfolios, PortfolioId id, CancellationToken cancellationToken) =>
        await portfolios.LoadAsync(id, cancellationToken) ?? throw new RefusedException(new NotFound("portfolio"));
}
