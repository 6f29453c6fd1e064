using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.TestKit;

/// <summary>Writes a ledger as one would tell it. Each verb records at once, and throws where the ledger refuses.</summary>
public sealed class LedgerBuilder(Ledger ledger, Currency currency)
{
    private int _recorded;

    public Ledger Ledger { get; } = ledger;

    /// <summary>The entry that the last verb recorded.</summary>
    public Transaction Last => Ledger.Entries[^1];

    public LedgerBuilder Buys(
        decimal units, string symbol, string day, decimal at = 1, decimal fee = 0, decimal tax = 0, string? @in = null) =>
        Records(On(day, @in, common => new Buy
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At,
            Asset = A.AssetId(symbol), Quantity = units, UnitPrice = at, Fee = fee, Tax = tax,
        }));

    public LedgerBuilder Sells(
        decimal units, string symbol, string day, decimal at = 1, decimal fee = 0, decimal tax = 0, string? @in = null,
        params LotSelection[] lots) =>
        Records(On(day, @in, common => new Sell
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At,
            Asset = A.AssetId(symbol), Quantity = units, UnitPrice = at, Fee = fee, Tax = tax, Lots = lots,
        }));

    /// <summary>A sale that is not recorded yet, of an asset that is known by its identity.</summary>
    public Sell SaleOf(AssetId asset, Quantity units, string day, decimal at) => (Sell)On(day, null, common => new Sell
    {
        Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At,
        Asset = asset, Quantity = units, UnitPrice = at,
    });

    public LedgerBuilder IsRewarded(decimal units, string symbol, string day, decimal worth = 1) =>
        Records(On(day, null, common => new Reward
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At,
            Asset = A.AssetId(symbol), Quantity = units, UnitPrice = worth,
        }));

    public LedgerBuilder TransfersIn(decimal units, string symbol, string day, decimal at = 1) =>
        Records(On(day, null, common => new TransferIn
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At,
            Asset = A.AssetId(symbol), Quantity = units, UnitPrice = at,
        }));

    public LedgerBuilder TransfersOut(decimal units, string symbol, string day) =>
        Records(On(day, null, common => new TransferOut
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At,
            Asset = A.AssetId(symbol), Quantity = units,
        }));

    /// <summary>New units for old ones: <c>Splits("ACME", 3, 1, day)</c> triples them.</summary>
    public LedgerBuilder Splits(string symbol, long into, long from, string day) =>
        Records(On(day, null, common => new Split
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At,
            Asset = A.AssetId(symbol), Ratio = new Ratio(into, from),
        }));

    public LedgerBuilder IsPaid(decimal dividend, string symbol, string day, decimal tax = 0, string? @in = null) =>
        Records(On(day, @in, common => new Dividend
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At,
            Asset = A.AssetId(symbol), Amount = dividend, Tax = tax,
        }));

    public LedgerBuilder EarnsInterest(decimal amount, string day) =>
        Records(On(day, null, common => new Interest
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At, Amount = amount,
        }));

    public LedgerBuilder PaysFee(decimal amount, string day) =>
        Records(On(day, null, common => new Fee
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At, Amount = amount,
        }));

    public LedgerBuilder PaysTax(decimal amount, string day) =>
        Records(On(day, null, common => new Tax
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At, Amount = amount,
        }));

    public LedgerBuilder Deposits(decimal amount, string day, string? @in = null) =>
        Records(On(day, @in, common => new Deposit
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At, Amount = amount,
        }));

    public LedgerBuilder Withdraws(decimal amount, string day, string? @in = null) =>
        Records(On(day, @in, common => new Withdrawal
        {
            Id = common.Id, TradeDate = common.Day, Currency = common.Currency, RecordedAt = common.At, Amount = amount,
        }));

    /// <summary>Records any transaction.</summary>
    public LedgerBuilder Records(Transaction transaction)
    {
        Ledger.Record(transaction);
        return this;
    }

    /// <summary>What the ledger comes to.</summary>
    public Positions Positions(CostBasisMethod method = CostBasisMethod.Fifo, string? asOf = null) =>
        Replay.Of(Ledger, method, asOf is null ? null : A.Day(asOf));

    private Transaction On(string day, string? code, Func<Common, Transaction> make)
    {
        var date = A.Day(day);
        var at = new DateTimeOffset(date, new TimeOnly(18, 0), TimeSpan.Zero).AddSeconds(_recorded++);
        return make(new(TransactionId.New(at), date, code is null ? currency : Currency.Parse(code), at));
    }

    private readonly record struct Common(TransactionId Id, DateOnly Day, Currency Currency, DateTimeOffset At);
}
