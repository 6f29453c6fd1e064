using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>Walks from the first entry of a ledger to the last day, once: each day takes on its entries and its closes.</summary>
internal sealed class HistoryWalk
{
    private readonly MarketHistory _market;
    private readonly Conversion _conversion;
    private readonly Replay _replay;
    private readonly DayBook _book;
    private readonly CurrencyBook _currencies;
    private readonly Dictionary<AssetId, HeldAsset> _assets = [];
    private readonly List<HeldAsset> _held = [];
    private readonly List<HeldAsset> _touched = [];
    private ValueDay _yesterday;
    private decimal _netContributions;

    internal HistoryWalk(Ledger ledger, CostBasisMethod method, MarketHistory market, Currency currency, DateOnly to)
    {
        _market = market;
        _conversion = new(market.Rates, currency);
        _replay = new(ledger, method);
        _book = new(_replay, _conversion);
        _currencies = new(_conversion);

        var entries = ledger.Current;
        if (entries.Count == 0 || entries[0].TradeDate > to) return;

        var first = entries[0].TradeDate;
        Days = new ValueDay[to.DayNumber - first.DayNumber + 1];
        var next = 0;
        for (var place = 0; place < Days.Length; place++)
        {
            var day = first.AddDays(place);
            _currencies.Begin(day);
            for (; next < entries.Count && entries[next].TradeDate == day; next++) Enter(entries[next]);
            Days[place] = _yesterday = Close(day);
        }
    }

    internal ValueDay[] Days { get; } = [];

    internal Positions ToPositions() => _replay.ToPositions();

    internal IReadOnlyList<DataIssue> Issues() =>
    [
        .. _assets.Values.SelectMany(asset => asset.Issues()),
        .. _replay.Overdrafts().Select(overdraft => new DataIssue(
            DataIssue.CashNegative,
            $"The cash balance in {overdraft.Currency} is below zero: more went out than the ledger says came in.",
            From: overdraft.From,
            To: overdraft.To)),
        .. _conversion.Issues(),
    ];

    private void Enter(Transaction entry)
    {
        if (entry is Split split) AssetOf(split.Asset).Split(split.Ratio, split.TradeDate);

        _replay.Enter(entry);
        _currencies.AddCash(new Money(entry.CashEffect, entry.Currency).InMajor());
        _book.Enter(entry);

        if (entry is UnitTransaction units) Move(AssetOf(units.Asset), units);
        else if (entry is Split { Asset: var asset }) Touch(AssetOf(asset));
    }

    private void Move(HeldAsset asset, UnitTransaction entry)
    {
        Touch(asset);
        var cost = _book.CostOf(entry);
        switch (entry)
        {
            case Sell:
                asset.Trade(-entry.Quantity.Units, -cost);
                break;
            case TransferIn:
                asset.MoveIn(entry.Quantity.Units, cost);
                break;
            case TransferOut:
                asset.MoveOut(entry.Quantity.Units, cost);
                break;
            default:
                asset.Trade(entry.Quantity.Units, cost);
                break;
        }
    }

    private ValueDay Close(DateOnly day)
    {
        foreach (var asset in _touched) Rehold(asset, day);

        var (fresh, priced, atCost) = (0, 0, 0m);
        _currencies.ClearHoldings();
        foreach (var asset in _held)
        {
            asset.Advance(day);
            if (asset.IsFresh) fresh++;
            if (asset.IsPriced) priced++;
            if (CountsAtCost(asset)) atCost += asset.Cost;
            else _currencies.AddHolding(asset.Currency, asset.Value);
        }

        // Weekends count where everything trades on them: a coin alone, but not a coin among stocks.
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var isOpen = priced == 0 ? !isWeekend : isWeekend ? fresh == priced : fresh > 0;
        var (movedIn, movedOut, traded) = MovedAndTraded();
        var totals = _book.Close();
        var worth = _currencies.Close();
        _netContributions += totals.Contributed;

        var today = new ValueDay
        {
            Date = day,
            Value = atCost + worth.Value,
            NetContributions = _netContributions,
            Contributions = totals.Deposits + movedIn,
            Withdrawals = totals.Withdrawals + movedOut,
            CurrencyGain = worth.CurrencyGain,
            Income = totals.Income,
            Fees = totals.Fees,
            Taxes = totals.Taxes,
            Overdraft = worth.Overdraft,
            Unexplained = worth.Unexplained,
            Return = double.NaN,
            Observed = isOpen && _yesterday.Invested > 0,
        };
        return today with { Return = DailyReturn.Of(_yesterday, today, traded + totals.TradeCash) };
    }

    private bool CountsAtCost(HeldAsset asset) => !asset.IsPriced || !_currencies.HasRate(asset.Currency);

    private (decimal In, decimal Out, decimal Traded) MovedAndTraded()
    {
        var (movedIn, movedOut, traded) = (0m, 0m, 0m);
        foreach (var asset in _touched)
        {
            movedIn += Worth(asset, asset.MovedIn);
            movedOut += Worth(asset, asset.MovedOut);
            traded += Worth(asset, asset.Traded);
            asset.EndDay();
            if (asset.Units == 0) _held.Remove(asset);
        }

        _touched.Clear();
        return (movedIn, movedOut, traded);

        decimal Worth(HeldAsset asset, UnitsAndCost moved) =>
            CountsAtCost(asset) ? moved.Cost : asset.ValueOf(moved.Units) * _currencies.RateOf(asset.Currency);
    }

    private void Rehold(HeldAsset asset, DateOnly day)
    {
        if (!_held.Contains(asset)) _held.Add(asset);
        asset.Advance(day);
        asset.Hold(_replay.QuantityOf(asset.Asset.Id));
    }

    private void Touch(HeldAsset asset)
    {
        if (!_touched.Contains(asset)) _touched.Add(asset);
    }

    private HeldAsset AssetOf(AssetId id)
    {
        if (_assets.TryGetValue(id, out var asset)) return asset;

        var known = _market.Assets[id];
        return _assets[id] = new(known, _currencies.PlaceOf(known.Currency), _market.Prices.GetValueOrDefault(id));
    }
}
