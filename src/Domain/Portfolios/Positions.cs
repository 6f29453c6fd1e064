using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>What a ledger comes to on a day: what is held, what it cost, and what came and went. No price or rate is in it.</summary>
/// <remarks>Every amount is in the currency in which it was paid, minor units (pence) turned into their currency (pounds).</remarks>
public sealed class Positions
{
    internal Positions(
        CostBasisMethod method,
        IReadOnlyList<Holding> holdings,
        IReadOnlyList<Holding> closed,
        IReadOnlyList<Money> cash,
        IReadOnlyList<RealizedGain> realizedGains,
        IReadOnlyList<IncomeItem> income,
        IReadOnlyList<Charge> charges,
        IReadOnlyList<Contribution> contributions,
        IReadOnlyList<HandOver> handOvers,
        IReadOnlyList<Overdraft> overdrafts)
    {
        Method = method;
        Holdings = holdings;
        Closed = closed;
        Cash = cash;
        RealizedGains = realizedGains;
        Income = income;
        Charges = charges;
        Contributions = contributions;
        HandOvers = handOvers;
        Overdrafts = overdrafts;
    }

    /// <summary>The method by which sales were matched with lots.</summary>
    public CostBasisMethod Method { get; }

    /// <summary>What is held, one for each asset, in the order in which the assets were first acquired.</summary>
    public IReadOnlyList<Holding> Holdings { get; }

    /// <summary>What was held once and is no more.</summary>
    public IReadOnlyList<Holding> Closed { get; }

    /// <summary>The balance in each currency ever used, by code; it may be negative.</summary>
    public IReadOnlyList<Money> Cash { get; }

    /// <summary>What sales brought and had cost, lot by lot, in the order of time.</summary>
    public IReadOnlyList<RealizedGain> RealizedGains { get; }

    /// <summary>Dividends, interest and rewards, in the order of time.</summary>
    public IReadOnlyList<IncomeItem> Income { get; }

    /// <summary>Fees and taxes, in the order of time.</summary>
    public IReadOnlyList<Charge> Charges { get; }

    /// <summary>Deposits and transfers in, and (negative) withdrawals and transfers out, in the order of time.</summary>
    public IReadOnlyList<Contribution> Contributions { get; }

    /// <summary>Which lots each transfer out took along, in the order of time.</summary>
    public IReadOnlyList<HandOver> HandOvers { get; }

    /// <summary>The spans of days that ended with less than no cash, in the order in which they began.</summary>
    public IReadOnlyList<Overdraft> Overdrafts { get; }
}

/// <summary>What is held of one asset, and what it has brought so far.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Quantity">Units held; zero for an asset that was sold out.</param>
/// <param name="Lots">The lots that are open, oldest first.</param>
/// <param name="RealizedGains">What its sales brought and had cost.</param>
/// <param name="Income">What it paid.</param>
public sealed record Holding(
    AssetId Asset,
    Quantity Quantity,
    IReadOnlyList<Lot> Lots,
    IReadOnlyList<RealizedGain> RealizedGains,
    IReadOnlyList<IncomeItem> Income);

/// <summary>What kind of income an amount is.</summary>
public enum IncomeKind
{
    /// <summary>Profit paid out.</summary>
    Dividend,

    /// <summary>Interest.</summary>
    Interest,

    /// <summary>Units received for nothing, at their fair value.</summary>
    Reward,
}

/// <summary>Income, before fee and tax.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="Asset">The asset that paid it, if one did.</param>
public sealed record IncomeItem(DateOnly On, IncomeKind Kind, Money Amount, AssetId? Asset)
{
    /// <summary>What an entry brought; null where it brought none.</summary>
    internal static IncomeItem? Of(Transaction entry) => entry switch
    {
        Reward reward => Of(reward, IncomeKind.Reward, reward.GrossAmount),
        Dividend dividend => Of(dividend, IncomeKind.Dividend, dividend.Amount),
        Interest interest => Of(interest, IncomeKind.Interest, interest.Amount),
        _ => null,
    };

    private static IncomeItem Of(Transaction entry, IncomeKind kind, decimal amount) =>
        new(entry.TradeDate, kind, new Money(amount, entry.Currency).InMajor(), entry.Subject);
}

/// <summary>Whether a charge is a fee or a tax.</summary>
public enum ChargeKind
{
    /// <summary>What a broker or manager took.</summary>
    Fee,

    /// <summary>What a state took.</summary>
    Tax,
}

/// <summary>A fee or a tax.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Amount">How much; negative for a refund.</param>
/// <param name="Asset">The asset that it was for, if any.</param>
/// <param name="InGain">Whether a cost or proceeds hold it already, so that a gain is net of it.</param>
public sealed record Charge(DateOnly On, ChargeKind Kind, Money Amount, AssetId? Asset, bool InGain)
{
    /// <summary>What an entry took.</summary>
    internal static IReadOnlyList<Charge> Of(Transaction entry)
    {
        var acquires = entry is Buy or Reward or TransferIn { Lots.Count: 0 };
        List<Charge>? charges = null;
        Add(ChargeKind.Fee, entry.Fee, inGain: acquires || entry is Sell);
        Add(ChargeKind.Tax, entry.Tax, inGain: acquires);
        if (entry is Fee fee) Add(ChargeKind.Fee, fee.Amount, inGain: false);
        if (entry is Tax tax) Add(ChargeKind.Tax, tax.Amount, inGain: false);
        return charges ?? (IReadOnlyList<Charge>)[];

        void Add(ChargeKind kind, decimal amount, bool inGain)
        {
            if (amount != 0) (charges ??= new(1)).Add(new(entry.TradeDate, kind, new Money(amount, entry.Currency).InMajor(), entry.Subject, inGain));
        }
    }
}

/// <summary>What came from outside the portfolio, or (negative) went there.</summary>
/// <param name="On">The day.</param>
/// <param name="Amount">How much; units transferred count at their cost.</param>
/// <param name="Asset">The asset transferred; null for cash.</param>
public sealed record Contribution(DateOnly On, Money Amount, AssetId? Asset)
{
    /// <summary>What an entry brought from outside or took there, in each currency.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="handOver">Where it is a transfer out, the lots that it took along.</param>
    internal static IEnumerable<Contribution> Of(Transaction entry, HandOver? handOver) => entry switch
    {
        Deposit deposit => [Of(deposit, deposit.Amount)],
        Withdrawal withdrawal => [Of(withdrawal, -withdrawal.Amount)],
        TransferIn { Lots.Count: > 0 } transfer => Of(transfer, transfer.Lots, sign: 1),
        TransferIn transfer => [Of(transfer, transfer.GrossAmount)],
        TransferOut transfer => Of(transfer, handOver!.Lots, sign: -1),
        _ => [],
    };

    private static Contribution Of(Transaction entry, decimal amount) =>
        new(entry.TradeDate, new Money(amount, entry.Currency).InMajor(), entry.Subject);

    private static IEnumerable<Contribution> Of(Transaction entry, IEnumerable<TransferredLot> lots, int sign) => lots
        .Select(lot => lot.Cost.InMajor())
        .GroupBy(cost => cost.Currency, (paid, costs) => new Money(sign * costs.Sum(cost => cost.Amount), paid))
        .Select(cost => new Contribution(entry.TradeDate, cost, entry.Subject));
}

/// <summary>The lots that one transfer out took along; another portfolio opens them again, and nothing is realized.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Asset">The asset.</param>
/// <param name="On">The day.</param>
/// <param name="Lots">The lots, in the order in which they were taken.</param>
public sealed record HandOver(TransactionId Transfer, AssetId Asset, DateOnly On, IReadOnlyList<TransferredLot> Lots);

/// <summary>Days on which a cash balance stood below zero at the end.</summary>
/// <param name="Currency">The currency of the balance.</param>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them; null where it is below zero still.</param>
public sealed record Overdraft(Currency Currency, DateOnly From, DateOnly? To);
