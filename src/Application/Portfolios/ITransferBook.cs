using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Application.Portfolios;

/// <summary>What left portfolios and has not arrived in another one yet.</summary>
public interface ITransferBook
{
    /// <summary>
    /// The transfers out of portfolios that a user may edit, of some assets on some days, whose lots no transfer in has taken; in a
    /// number of statements that does not depend on how many there are.
    /// </summary>
    /// <param name="user">The user.</param>
    /// <param name="into">The portfolio that takes; its own transfers out are left out.</param>
    /// <param name="assets">The assets.</param>
    /// <param name="days">The days.</param>
    /// <param name="corrected">An entry that is about to be corrected: what it took is free again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The transfers, the oldest recorded first.</returns>
    /// <remarks>Others who record in any portfolio wait until this unit of work has committed or is dropped.</remarks>
    Task<IReadOnlyList<OpenTransfer>> ReadOpenAsync(
        UserId user,
        PortfolioId into,
        IReadOnlyCollection<AssetId> assets,
        IReadOnlyCollection<DateOnly> days,
        TransactionId? corrected,
        CancellationToken cancellationToken);
}

/// <summary>A transfer out that waits to be taken.</summary>
/// <param name="Transfer">The entry.</param>
/// <param name="First">The first entry of its line; the entry's own identity, where it corrects none.</param>
/// <param name="Lots">What it handed over, by the method of its portfolio.</param>
public sealed record OpenTransfer(TransferOut Transfer, TransactionId First, IReadOnlyList<TransferredLot> Lots);
