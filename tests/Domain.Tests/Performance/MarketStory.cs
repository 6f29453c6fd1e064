using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Performance;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Investr.TestKit;

namespace Investr.Domain.Tests.Performance;

/// <summary>Closes and rates over time: <c>new MarketStory().Closes("ACME", ("2024-01-02", 10m)).HistoryOf(ledger, "2024-01-31")</c>.</summary>
internal sealed class MarketStory
{
    private readonly Dictionary<AssetId, Asset> _assets = [];
    private readonly Dictionary<AssetId, List<PricePoint>> _closes = [];
    private readonly List<ExchangeRate> _rates = [];

    internal MarketStory Knows(params Asset[] assets)
    {
        foreach (var asset in assets) _assets[asset.Id] = asset;
        return this;
    }

    /// <summary>Closes of an asset; one not known yet is a stock in dollars.</summary>
    internal MarketStory Closes(string symbol, params (string Day, decimal Close)[] closes) =>
        Closes(symbol, closes.Select(close => new PricePoint(A.Day(close.Day), close.Close)));

    internal MarketStory Closes(string symbol, IEnumerable<PricePoint> closes)
    {
        var id = A.AssetId(symbol);
        if (!_assets.ContainsKey(id)) Knows(A.Asset(symbol));
        if (!_closes.TryGetValue(id, out var known)) _closes[id] = known = [];
        known.AddRange(closes);
        return this;
    }

    internal MarketStory Rate(string from, string to, params (string Day, decimal Rate)[] rates)
    {
        _rates.AddRange(rates.Select(rate =>
            new ExchangeRate(Currency.Parse(from), Currency.Parse(to), A.Day(rate.Day), rate.Rate)));
        return this;
    }

    internal PriceSeries Series(string symbol) => new(A.AssetId(symbol), _closes[A.AssetId(symbol)]);

    internal Benchmark Benchmark(string symbol) => new(_assets[A.AssetId(symbol)], Series(symbol));

    internal ValueHistory HistoryOf(
        LedgerBuilder ledger, string to, string currency = "USD", CostBasisMethod method = CostBasisMethod.Fifo) =>
        ValueHistory.Of(
            ledger.Ledger,
            method,
            new(_assets, _closes.ToDictionary(series => series.Key, series => new PriceSeries(series.Key, series.Value)), new(_rates)),
            Currency.Parse(currency),
            A.Day(to));
}
