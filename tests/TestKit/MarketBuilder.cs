using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;

namespace Investr.TestKit;

/// <summary>What is known of the market on a day: <c>A.Market("2024-06-28").Quotes("ACME", 120m).Rate("EUR", "USD", 1.1m)</c>.</summary>
public sealed class MarketBuilder(DateOnly day)
{
    private readonly Dictionary<AssetId, Asset> _assets = [];
    private readonly Dictionary<AssetId, Quote> _quotes = [];
    private readonly List<ExchangeRate> _rates = [];

    public DateTimeOffset At { get; } = new(day, new TimeOnly(21, 0), TimeSpan.Zero);

    /// <summary>An asset without a price.</summary>
    public MarketBuilder Knows(params Asset[] assets)
    {
        foreach (var asset in assets) _assets[asset.Id] = asset;
        return this;
    }

    /// <summary>A price of an asset, in its own currency unless another is named; an asset not known yet is a stock in dollars.</summary>
    public MarketBuilder Quotes(
        string symbol, decimal price, decimal? previousClose = null, string? @in = null, QuoteFreshness freshness = QuoteFreshness.Live)
    {
        var id = A.AssetId(symbol);
        if (!_assets.ContainsKey(id)) Knows(A.Asset(symbol));
        var currency = @in is null ? _assets[id].Currency : Currency.Parse(@in);
        _quotes[id] = new(id, price, currency, At, freshness, "test") { PreviousClose = previousClose };
        return this;
    }

    /// <summary>An exchange rate of the day, or of another one.</summary>
    public MarketBuilder Rate(string from, string to, decimal rate, string? on = null)
    {
        _rates.Add(new(Currency.Parse(from), Currency.Parse(to), on is null ? day : A.Day(on), rate));
        return this;
    }

    public MarketSnapshot Snapshot() => new(At, _assets, _quotes, new ExchangeRates(_rates));

    /// <summary>What positions are worth on this market.</summary>
    public PortfolioValue Value(Positions positions, string currency = "USD") =>
        Valuer.Value(positions, Snapshot(), Currency.Parse(currency));
}
