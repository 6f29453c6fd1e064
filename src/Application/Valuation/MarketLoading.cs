using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;

namespace Investr.Application.Valuation;

/// <summary>Finds what positions are valued with: a day before today has its closes and rates, today and later days the newest there are.</summary>
public sealed class MarketLoading(
    IAssetLoader assets, IQuoteLoader quotes, IClosingQuoteLoader closes, IExchangeRateBook rates, TimeProvider time)
{
    /// <summary>The prices and rates for positions at the end of a day; the newest, if it is left out.</summary>
    public Task<MarketSnapshot> LoadAsync(Positions held, DateOnly? asOf, CancellationToken cancellationToken) =>
        LoadAsync([held], asOf, cancellationToken);

    /// <summary>The prices and rates for the positions of several portfolios at the end of a day; the newest, if it is left out.</summary>
    public async Task<MarketSnapshot> LoadAsync(IEnumerable<Positions> held, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var past = asOf is { } day && day < DateOnly.FromDateTime(now.UtcDateTime) ? asOf : null;
        var ids = held.SelectMany(positions => positions.Holdings).Select(holding => holding.Asset).Distinct().ToArray();

        var known = assets.LoadRequiredAsync(ids, cancellationToken);
        var quoted = past is { } on
            ? closes.LoadAsync([.. ids.Select(id => new ClosingQuoteKey(id, on))], cancellationToken)
            : quotes.LoadAsync(ids, cancellationToken);

        return new(
            past is { } end ? new(end, new TimeOnly(23, 59, 59), TimeSpan.Zero) : now,
            (await known).ToDictionary(asset => asset.Id),
            (await quoted).OfType<Quote>().ToDictionary(quote => quote.Asset),
            await rates.ReadAsync(cancellationToken));
    }
}
