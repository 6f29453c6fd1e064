using Investr.Domain.Market;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>
/// Makes the days from the first entry of a ledger to the last: the entries in the order of time, then each asset through all its
/// days, then the days one after the other. Days on which nothing changed since an earlier version of the ledger are taken from there.
/// </summary>
internal sealed class HistoryWalk
{
    private readonly HistoryScope _scope;
    private readonly IReadOnlyList<Transaction> _entries;
    private readonly DateOnly _first;
    private readonly Conversion _conversion;
    private readonly DayBook _book;
    private readonly CurrencyBook _currencies;
    private readonly HoldingDay[] _holdings;
    private readonly Dictionary<AssetId, HeldAsset> _assets = [];
    private readonly CashBook _cash = new();

    internal HistoryWalk(Ledger ledger, HistoryScope scope, HistoryWalk? earlier)
    {
        _scope = scope;
        _entries = ledger.CurrentUpTo(scope.To);
        _first = _entries.Count == 0 ? scope.To : _entries[0].TradeDate;
        Days = _entries.Count == 0 ? [] : new ValueDay[scope.To.DayNumber - _first.DayNumber + 1];
        _conversion = new(scope.Market.Rates, scope.Currency);
        _book = new(_conversion, _first, Days.Length);
        _currencies = new(_conversion, _first, Days.Length);
        _holdings = new HoldingDay[Days.Length];

        var done = earlier?.DaysLeftAsTheyWere(_entries, scope) ?? 0;
        var since = _first.AddDays(done);
        if (done > 0) Resume(earlier!, done, since);

        var outcomes = new OutcomeReader(ledger, scope.Method, scope.To, since);
        foreach (var entry in _entries)
        {
            _cash.Add(entry);
            if (entry.TradeDate >= since) Enter(entry, outcomes.Read(entry));
        }

        foreach (var asset in _assets.Values) asset.AddTo(_holdings, _first, from: done);
        for (var place = done; place < Days.Length; place++) Days[place] = Close(place, yesterday: place == 0 ? default : Days[place - 1]);
    }

    internal ValueDay[] Days { get; }

    internal IReadOnlyList<DataIssue> Issues() =>
    [
        .. _assets.Values.SelectMany(asset => asset.Issues()),
        .. _cash.Overdrafts().Select(overdraft => new DataIssue(
            DataIssue.CashNegative,
            $"The cash balance in {overdraft.Currency} is below zero: more went out than the ledger says came in.",
            From: overdraft.From,
            To: overdraft.To)),
        .. _conversion.Issues(),
    ];

    private int DaysLeftAsTheyWere(IReadOnlyList<Transaction> entries, HistoryScope scope)
    {
        if (!scope.IsLike(_scope) || !_assets.Values.All(asset => asset.IsAsIn(scope.Market))) return 0;

        var same = _entries.Zip(entries).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();
        if (same == 0) return 0;

        var changed = _entries.Skip(same).Take(1).Concat(entries.Skip(same).Take(1)).Select(entry => entry.TradeDate);
        return changed.DefaultIfEmpty(scope.To.AddDays(1)).Min().DayNumber - _first.DayNumber;
    }

    private void Resume(HistoryWalk earlier, int done, DateOnly since)
    {
        Array.Copy(earlier.Days, Days, done);
        _conversion.TakeDoubts(earlier._conversion, before: since);
        _currencies.Resume(earlier._currencies, done, Days[done - 1].Overdraft);
        foreach (var (id, asset) in earlier._assets)
        {
            AssetMoves[] moves = [.. asset.MovesBefore(since)];
            if (moves.Length > 0) Open(id, moves);
        }
    }

    private void Enter(Transaction entry, Outcome outcome)
    {
        _conversion.For = entry.TradeDate;
        var effect = entry.CashEffectInMajor;
        _currencies.Of(effect.Currency).AddCash(entry.TradeDate, effect.Amount);
        _book.Enter(entry, outcome);

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
        var asset = _assets.TryGetValue(id, out var known) ? known : Open(id, []);
        var moves = asset.On(entry.TradeDate);
        moves.Held = outcome.Held.Units;
        return moves;
    }

    private HeldAsset Open(AssetId id, IEnumerable<AssetMoves> moves)
    {
        var asset = _scope.Market.Assets[id];
        return _assets[id] = new(asset, _currencies.Of(asset.Currency), _scope.Market.Prices.GetValueOrDefault(id), moves);
    }

    private ValueDay Close(int place, in ValueDay yesterday)
    {
        // Weekends count where everything trades on them: a coin alone, but not a coin among stocks.
        var day = _first.AddDays(place);
        ref readonly var holdings = ref _holdings[place];
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var isOpen = holdings.Priced == 0 ? !isWeekend : isWeekend ? holdings.Fresh == holdings.Priced : holdings.Fresh > 0;
        ref readonly var totals = ref _book.On(day);
        var worth = _currencies.Close(place);

        var today = new ValueDay
        {
            Date = day,
            Value = holdings.AtCost + worth.Value,
            NetContributions = yesterday.NetContributions + totals.Contributed,
            Contributions = totals.Deposits + holdings.MovedIn,
            Withdrawals = totals.Withdrawals + holdings.MovedOut,
            CurrencyGain = worth.CurrencyGain,
            Income = totals.Income,
            Fees = totals.Fees,
            Taxes = totals.Taxes,
            Overdraft = worth.Overdraft,
            Unexplained = worth.Unexplained,
            Return = double.NaN,
            Observed = isOpen && yesterday.Invested > 0,
        };
        return today with { Return = DailyReturn.Of(yesterday, today, holdings.Traded + totals.TradeCash) };
    }
}
