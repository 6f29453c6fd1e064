using System.Globalization;
using Investr.Application.Market;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Application.Portfolios;

/// <summary>Turns drafts into transactions: every asset in two fetches, and every fault of every draft at once.</summary>
internal sealed class TransactionDrafting(
    IAssetLoader assets, IAssetBySymbolLoader assetsBySymbol, FairValues values, TimeProvider time)
{
    /// <summary>Reads drafts.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="portfolio">Where they are to be recorded; its currency is that of cash.</param>
    /// <param name="author">Who records them; of custom assets, theirs and the portfolio's owner's are known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DraftedTransactions> DraftAsync(
        IReadOnlyList<TransactionDraft> drafts, Portfolio portfolio, UserId author, CancellationToken cancellationToken)
    {
        var byId = await LoadByIdAsync(drafts, [author, portfolio.OwnerId], cancellationToken);
        var bySymbol = await LoadBySymbolAsync(drafts, cancellationToken);
        var found = new DraftAssets(byId, bySymbol);
        var priced = await values.PriceAsync(drafts, found, cancellationToken);
        var now = time.GetUtcNow();

        var transactions = new List<Transaction>(drafts.Count);
        var faults = new List<InputFault>();
        for (var i = 0; i < drafts.Count; i++)
        {
            var reading = new DraftReading(priced[i], found, portfolio.BaseCurrency);
            var transaction = reading.ToTransaction(now, author);
            var place = i.ToString(CultureInfo.InvariantCulture);

            if (reading.Faults.Count == 0) transactions.Add(transaction);
            else faults.AddRange(reading.Faults.Select(fault => new InputFault([place, fault.Field], fault.Message)));
        }

        return new(transactions, faults, found.All.DistinctBy(asset => asset.Id).ToDictionary(asset => asset.Id));
    }

    private async Task<Dictionary<AssetId, Asset>> LoadByIdAsync(
        IReadOnlyList<TransactionDraft> drafts, IReadOnlyCollection<UserId> owners, CancellationToken cancellationToken)
    {
        var ids = drafts.Select(draft => draft.AssetId).OfType<AssetId>().Distinct().ToArray();
        var loaded = ids.Length == 0 ? [] : await assets.LoadAsync(ids, cancellationToken);
        return loaded.OfType<Asset>()
            .Where(asset => asset.OwnerId is not { } owner || owners.Contains(owner))
            .ToDictionary(asset => asset.Id);
    }

    private async Task<Dictionary<string, AssetMatch>> LoadBySymbolAsync(
        IReadOnlyList<TransactionDraft> drafts, CancellationToken cancellationToken)
    {
        var symbols = drafts
            .Where(draft => draft.AssetId is null && !string.IsNullOrWhiteSpace(draft.Symbol))
            .Select(draft => draft.Symbol!.Trim())
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        var loaded = symbols.Length == 0 ? [] : await assetsBySymbol.LoadAsync(symbols, cancellationToken);
        return symbols.Zip(loaded)
            .Where(pair => pair.Second is not null)
            .ToDictionary(pair => pair.First, pair => pair.Second!, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>What drafts turned out to be.</summary>
/// <param name="Transactions">Those without fault, in their order; all of them where there are no faults.</param>
/// <param name="Faults">What is wrong: the draft's position in the list, then the field.</param>
/// <param name="Assets">The assets that they name.</param>
public sealed record DraftedTransactions(
    IReadOnlyList<Transaction> Transactions, IReadOnlyList<InputFault> Faults, IReadOnlyDictionary<AssetId, Asset> Assets);

/// <summary>The assets that drafts name, found beforehand.</summary>
internal sealed record DraftAssets(
    IReadOnlyDictionary<AssetId, Asset> ById, IReadOnlyDictionary<string, AssetMatch> BySymbol)
{
    /// <summary>The asset that a draft names, where there is one and no doubt which.</summary>
    public Asset? Find(TransactionDraft draft) =>
        draft.AssetId is { } id ? ById.GetValueOrDefault(id)
        : string.IsNullOrWhiteSpace(draft.Symbol) ? null
        : BySymbol.GetValueOrDefault(draft.Symbol.Trim())?.Single;

    public IEnumerable<Asset> All => ById.Values.Concat(BySymbol.Values.SelectMany(match => match.Assets));
}
