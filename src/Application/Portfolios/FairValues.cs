using Investr.Application.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>What a reward was worth on its day, for those who did not write it down: the day's close, in the currency of the reward.</summary>
internal sealed class FairValues(IClosingQuoteLoader closes, IExchangeRateBook rates)
{
    // An exchange is shut this many days at a stretch at most; an older close is not the day's worth.
    private const int LongestBreak = 10;

    /// <summary>Prices the rewards among drafts that have no price; one whose close or rate is not known stays as it is.</summary>
    public async Task<IReadOnlyList<TransactionDraft>> PriceAsync(
        IReadOnlyList<TransactionDraft> drafts, DraftAssets assets, CancellationToken cancellationToken)
    {
        if (!drafts.Any(LacksPrice)) return drafts;

        ClosingQuoteKey[] keys = [.. drafts.Where(LacksPrice).Select(KeyOf).OfType<ClosingQuoteKey>().Distinct()];
        var worth = keys.Zip(await closes.LoadAsync(keys, cancellationToken))
            .Where(pair => pair.Second is { } close && DateOnly.FromDateTime(close.AsOf.UtcDateTime) >= pair.First.On.AddDays(-LongestBreak))
            .ToDictionary(pair => pair.First, pair => new Money(pair.Second!.Price, pair.Second.Currency));
        var known = await rates.ReadAsync(cancellationToken);

        return [.. drafts.Select(draft => LacksPrice(draft) ? draft with { UnitPrice = PriceOf(draft) } : draft)];

        decimal? PriceOf(TransactionDraft draft)
        {
            if (KeyOf(draft) is not { } key || !worth.TryGetValue(key, out var close)) return null;
            return known.Convert(close, draft.Currency ?? assets.Find(draft)!.Currency, draft.TradeDate)?.Amount;
        }

        ClosingQuoteKey? KeyOf(TransactionDraft draft) =>
            assets.Find(draft) is { } asset ? new(asset.Id, draft.TradeDate) : null;
    }

    private static bool LacksPrice(TransactionDraft draft) =>
        draft is { Type: TransactionType.Reward, UnitPrice: null, Amount: null };
}
