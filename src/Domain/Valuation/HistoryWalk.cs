using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>
/// Makes the days from the first entry of a ledger to the last: the entries in the order of time, then each asset through all its
/// days, then the days one after the other.
/// </summary>
internal sealed class HistoryWalk
{
    private readonly MarketHistory _market;
    private readonly Conversion _conversion;
    private readonly Replay _replay;
    private readonly DayBook _book;
    private readonly CurrencyBook _currencies;
    private readonly HoldingDay[] _holdings;
    private readonly Dictionary<AssetId, HeldAsset> _assets = [];
    private ValueDay _yesterday;
    private decimal _netContributions;

    internal HistoryWalk(Ledger ledger, CostBasisMethod method, MarketHistory market, Currency currency, DateOnly to)
    {
        var entries = ledger.Current;
        var first = entries.Count == 0 ? to : entries[0].TradeDate;
        Days = entries.Count == 0 || first > to ? [] : new ValueDay[to.DayNumber - first.DayNumber + 1];

        _market = market;
        _conversion = new(market.Rates, currency);
        _replay = new(ledger, method, asOf: to);
        _book = new(_replay, _conversion, first, Days.Length);
        _currencies = new(_conversion, first, Days.Length);
        _holdings = new HoldingDay[Days.Length];

        foreach (var entry in entries.TakeWhile(entry => entry.TradeDate <= to)) Enter(entry);
        foreach (var asset in _assets.Values) asset.AddTo(_holdings, first);
        for (var place = 0; place < Days.Length; place++) Days[place] = _yesterday = Close(first.AddDays(place), place);
    }

    internal ValueDay[] Days { get; }

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
        var outcome = _replay.Enter(entry);
        var effect = new Money(entry.CashEffect, entry.Currency).InMajor();
        _currencies.Of(effect.Currency).AddCash(entry.TradeDate, effect.Amount);
        _book.Enter(entry);

        if (entry is UnitTransaction units)
        {
            Move(MovesOf(units.Asset, entry, outcome), units, _book.CostOf(units, outcome));
        }
        else if (entry is Split split)
        {
            MovesOf(split.Asset, entry, outcome).SplitBy *= split.Ratio.ToDecimal();
        }
    }

    private static void Move(AssetMoves moves, UnitTransaction entry, decimal cost)
    {
        var moved = new UnitsAndCost(entry.Quantity.Units, cost);
        switch (entry)
        {
            case Sell:
                moves.Traded -= moved;
                break;
            case TransferIn:
                moves.MovedIn += moved;
                break;
            case TransferOut:
                moves.MovedOut += moved;
                break;
            default:
                moves.Traded += moved;
                break;
        }
    }

    private AssetMoves MovesOf(AssetId id, Transaction entry, Outcome outcome)
    {
        if (!_assets.TryGetValue(id, out var asset))
        {
            var known = _market.Assets[id];
            _assets[id] = asset = new(known, _currencies.Of(known.Currency), _market.Prices.GetValueOrDefault(id));
        }

        var moves = asset.On(entry.TradeDate);
        moves.Held = outcome.Held.Units;
        return moves;
    }

    private ValueDay Close(DateOnly day, int place)
    {
        // Weekends count where everything trades on them: a coin alone, but not a coin among stocks.
        ref readonly var holdings = ref _holdings[place];
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var isOpen = holdings.Priced == 0 ? !isWeekend : isWeekend ? holdings.Fresh == holdings.Priced : holdings.Fresh > 0;
        ref readonly var totals = ref _book.On(day);
        var worth = _currencies.Close(place);
        _netContributions += totals.Contributed;

        var today = new ValueDay
        {
            Date = day,
            Value = holdings.AtCost + worth.Value,
            NetContributions = _netContributions,
            Contributions = totals.Deposits + holdings.MovedIn,
            Withdrawals = totals.Withdrawals + holdings.MovedOut,
            CurrencyGain = worth.CurrencyGain,
            Income = totals.Income,
            Fees = totals.Fees,
            Taxes = totals.Taxes,
            Overdraft = worth.Overdraft,
            Unexplained = worth.Unexplained,
            Return = double.NaN,
            Observed = isOpen && _yesterday.Invested > 0,
        };
        return today with { Return = DailyReturn.Of(_yesterday, today, holdings.Traded + totals.TradeCash) };
    }
}
