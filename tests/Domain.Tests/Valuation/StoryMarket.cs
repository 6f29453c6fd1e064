using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Valuation;
using Investr.TestKit;

namespace Investr.Domain.Tests.Valuation;

/// <summary>Closes of three assets and rates of two currencies, which begin late, stop for a while, and change when something is learned.</summary>
internal sealed class StoryMarket
{
    private readonly int _days;
    private readonly Asset[] _assets = [A.Asset("ACME"), A.Asset("SAP", currency: "EUR"), A.Asset("VOD", currency: "GBP")];
    private readonly Dictionary<AssetId, PriceSeries> _prices;
    private ExchangeRates _rates;

    internal StoryMarket(int days)
    {
        _days = days;
        _prices = _assets.ToDictionary(asset => asset.Id, asset => Closes(asset.Id, 1));
        _rates = Rates(1);
    }

    internal MarketHistory Known() => new(_assets.ToDictionary(asset => asset.Id), new Dictionary<AssetId, PriceSeries>(_prices), _rates);

    /// <summary>Other closes of one asset, or other rates.</summary>
    internal void Learn(int number)
    {
        var asset = _assets[number % 3].Id;
        if (number % 4 == 0) _rates = Rates(number);
        else _prices[asset] = Closes(asset, number);
    }

    // The first asset has closes from the first day on, the last from the twenty-first.
    private PriceSeries Closes(AssetId asset, int number) => new(asset, OpenDays(10 * Array.FindIndex(_assets, known => known.Id == asset))
        .Select(day => new PricePoint(day, 5 + (day.DayNumber + number) % 37 / 10m)));

    private ExchangeRates Rates(int number) => new(
    [
        .. OpenDays(8).Select(day => new ExchangeRate(Currency.Eur, Currency.Usd, day, 1 + (day.DayNumber + number) % 13 / 100m)),
        .. OpenDays(3).Select(day => new ExchangeRate(Currency.Usd, Currency.Gbp, day, 0.7m + (day.DayNumber + number) % 7 / 100m)),
    ]);

    // Nothing is open on weekends, nor in the fifth and sixth week.
    private IEnumerable<DateOnly> OpenDays(int from) => Enumerable.Range(from, _days - from)
        .Where(place => place / 7 is not (4 or 5))
        .Select(LedgerStory.Start.AddDays)
        .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}
