using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Catalogue;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>One asset of the simulated market: its closes, and its price at any moment.</summary>
internal sealed class SimulatedAsset
{
    // How many moments of a day that has begun are looked at for its highest and lowest price.
    private const int Glances = 48;

    // The value of what changes hands in a day, in the asset's currency: this much for most, a few times more or less for some.
    private const double TypicalTurnover = 400_000_000;

    // A stretch of so many closes is made again as fast as it is found.
    private const int ShortStretch = 31;

    private readonly Asset _asset;
    private readonly SimulatedWalk _walk;
    private readonly SimulatedDay _within;
    private readonly double _turnover;
    private readonly Lock _watching = new();

    private (DateOnly Day, decimal High, decimal Low) _extremes;

    // The stretch that was asked for last: most who ask want the same one, the year until yesterday.
    private volatile Stretch? _lastAsked;

    internal SimulatedAsset(long seed, CatalogueEntry entry)
    {
        var row = entry.Row;
        var motion = new SimulatedMotion(
            row.Price, row.Drift, row.Volatility, row.Market, row.Factor ?? "", row.Loading, row.Twin ?? row.Symbol,
            EveryDay: entry.Asset.Type == AssetType.Crypto);

        _asset = entry.Asset;
        _walk = new SimulatedWalk(seed, motion);
        _within = new SimulatedDay(seed, motion, _walk);
        _turnover = TypicalTurnover * Math.Exp(new NormalStream(seed, $"turnover/{row.Symbol}")[0]);
    }

    /// <summary>The closes from one day to another.</summary>
    internal PriceSeries History(DateOnly from, DateOnly to)
    {
        if (_lastAsked is { } last && last.From == from && last.To == to) return last.Series;

        List<PricePoint> points = [];
        for (var day = _walk.TradingDayFrom(from); day <= to; day = _walk.TradingDayFrom(day.AddDays(1)))
            points.Add(new PricePoint(day, Rounded(_walk.CloseOf(day))));

        var series = new PriceSeries(_asset.Id, points);
        if (points.Count > ShortStretch) _lastAsked = new Stretch(from, to, series);
        return series;
    }

    /// <summary>The price of a moment and the day around it; null before prices begin.</summary>
    internal Quote? QuoteAt(DateTimeOffset now, string source)
    {
        if (_within.PlaceOf(now) is not var (day, before, passed)) return null;

        var price = Rounded(_within.PriceAt(day, before, passed));
        var open = Rounded(_walk.CloseOf(before));
        var (high, low) = ExtremesOf(day, before, passed, price);

        return new Quote(_asset.Id, price, _asset.Currency, now, QuoteFreshness.Live, source)
        {
            PreviousClose = open,
            Open = open,
            High = high,
            Low = low,
            Volume = HasVolume ? decimal.Floor((decimal)(_turnover * passed) / open) : null,
        };
    }

    // A fund's manager sells what is asked for, and a benchmark bond stands for many.
    private bool HasVolume => _asset.Type is not (AssetType.Fund or AssetType.Bond);

    private (decimal High, decimal Low) ExtremesOf(DateOnly day, DateOnly before, double passed, decimal price)
    {
        lock (_watching)
        {
            if (_extremes.Day != day) _extremes = ExtremesUntil(day, before, passed);

            _extremes = (day, Math.Max(_extremes.High, price), Math.Min(_extremes.Low, price));
            return (_extremes.High, _extremes.Low);
        }
    }

    private (DateOnly Day, decimal High, decimal Low) ExtremesUntil(DateOnly day, DateOnly before, double passed)
    {
        var seen = Enumerable.Range(0, (int)(passed * Glances) + 1)
            .Select(glance => Rounded(_within.PriceAt(day, before, (double)glance / Glances)))
            .ToList();
        return (day, seen.Max(), seen.Min());
    }

    // As markets quote: cents, and for what costs little, four digits that mean something.
    private static decimal Rounded(double price) =>
        Math.Round((decimal)price, Math.Clamp(3 - (int)Math.Floor(Math.Log10(price)), 2, 12));

    private sealed record Stretch(DateOnly From, DateOnly To, PriceSeries Series);
}
