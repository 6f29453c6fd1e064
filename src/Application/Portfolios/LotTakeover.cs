using System.Globalization;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>Gives transfers in without a price the lots that a transfer out of another portfolio handed over.</summary>
/// <remarks>
/// The two are of the same asset, day and quantity. One with the same external id is taken first, then the one that was recorded
/// first; each is taken once.
/// </remarks>
internal sealed class LotTakeover(ITransferBook book, IViewer viewer)
{
    private const string NothingToTake =
        "A TRANSFER_IN without a price takes over the lots of a TRANSFER_OUT of the same asset, day and quantity from another portfolio "
        + "that you may edit, and none is waiting. Record that one first, or give the price of one unit.";

    /// <summary>Completes drafted transactions; faults are told by their places in the list.</summary>
    /// <param name="into">Where they are to be recorded.</param>
    /// <param name="drafted">The transactions, without faults so far.</param>
    /// <param name="known">The external ids among theirs that are in the ledger already: those are not recorded again and take nothing.</param>
    /// <param name="corrected">The entry that they correct, if they do.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DraftedTransactions> TakeOverAsync(
        PortfolioId into,
        DraftedTransactions drafted,
        IReadOnlyCollection<string> known,
        TransactionId? corrected,
        CancellationToken cancellationToken)
    {
        var arriving = Arriving(drafted.Transactions, known);
        if (arriving.Count == 0) return drafted;

        var open = await book.ReadOpenAsync(
            viewer.RequiredId,
            into,
            [.. arriving.Select(transfer => transfer.Asset).Distinct()],
            [.. arriving.Select(transfer => transfer.TradeDate).Distinct()],
            corrected,
            cancellationToken);
        var taken = Match(arriving, open);
        var left = arriving.Select(transfer => transfer.Id).Where(id => !taken.ContainsKey(id)).ToHashSet();

        return drafted with
        {
            Transactions = [.. drafted.Transactions.Select(entry => taken.GetValueOrDefault(entry.Id) ?? entry)],
            Faults =
            [
                .. drafted.Transactions.Index()
                    .Where(entry => left.Contains(entry.Item.Id))
                    .Select(entry => new InputFault([entry.Index.ToString(CultureInfo.InvariantCulture), "unitPrice"], NothingToTake)),
            ],
        };
    }

    // Of several with the same external id, the first is recorded.
    private static List<TransferIn> Arriving(IReadOnlyList<Transaction> entries, IReadOnlyCollection<string> known)
    {
        var there = known.ToHashSet(StringComparer.Ordinal);
        return [.. entries.OfType<TransferIn>()
            .Where(transfer => transfer is { UnitPrice: null, Lots.Count: 0 })
            .Where(transfer => transfer.ExternalId is not { } id || there.Add(id))];
    }

    private static Dictionary<TransactionId, Transaction> Match(List<TransferIn> arriving, IReadOnlyList<OpenTransfer> open)
    {
        var taken = new Dictionary<TransactionId, Transaction>();
        var waiting = open.ToLookup(transfer => KeyOf(transfer.Transfer));
        var free = open.Select(transfer => transfer.First).ToHashSet();

        foreach (var transfer in arriving.Where(transfer => transfer.ExternalId is not null))
            Take(transfer, waiting[KeyOf(transfer)].Where(other => other.Transfer.ExternalId == transfer.ExternalId));
        foreach (var transfer in arriving.Where(transfer => !taken.ContainsKey(transfer.Id)))
            Take(transfer, waiting[KeyOf(transfer)]);
        return taken;

        void Take(TransferIn transfer, IEnumerable<OpenTransfer> candidates)
        {
            if (candidates.FirstOrDefault(candidate => free.Contains(candidate.First)) is not { } found) return;

            free.Remove(found.First);
            taken[transfer.Id] = transfer with { Lots = found.Lots, TakenFrom = found.First };
        }
    }

    private static (AssetId Asset, DateOnly Day, decimal Units) KeyOf(UnitTransaction transfer) =>
        (transfer.Asset, transfer.TradeDate, transfer.Quantity.Units);
}
