using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Infrastructure.Persistence.Rows;

/// <summary>An entry of a ledger as it is stored: one flat row, whatever its type. What a type does not have is null.</summary>
/// <remarks>Rows are added and never changed, as are the entries.</remarks>
internal sealed class TransactionRow
{
    public required TransactionId Id { get; init; }

    public required PortfolioId PortfolioId { get; init; }

    public required TransactionType Type { get; init; }

    public AssetId? AssetId { get; init; }

    public required DateOnly TradeDate { get; init; }

    public required int Sequence { get; init; }

    /// <summary>The version of the portfolio that it made, so that what came since a version can be read alone.</summary>
    public required long Version { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? UnitPrice { get; init; }

    public decimal? Amount { get; init; }

    public required Currency Currency { get; init; }

    public decimal Fee { get; init; }

    public decimal Tax { get; init; }

    public long? RatioNumerator { get; init; }

    public long? RatioDenominator { get; init; }

    public IReadOnlyList<LotSelection>? Lots { get; init; }

    public IReadOnlyList<TransferredLot>? TransferredLots { get; init; }

    /// <summary>Whose lots they are: the first entry of the line of the transfer out. It may be gone with its portfolio.</summary>
    public TransactionId? TakenFrom { get; init; }

    public SealedText? Note { get; init; }

    public string? ExternalId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public UserId? RecordedBy { get; init; }

    public TransactionId? Supersedes { get; init; }

    public static TransactionRow Of(Portfolio portfolio, Transaction entry)
    {
        var (units, amount, split) = (entry as UnitTransaction, entry as AmountTransaction, entry as Split);
        return new()
        {
            Id = entry.Id,
            PortfolioId = portfolio.Id,
            Version = portfolio.Version,
            Type = entry.Type,
            AssetId = entry.Subject,
            TradeDate = entry.TradeDate,
            Sequence = entry.Sequence,
            Quantity = units?.Quantity.Units,
            UnitPrice = units?.UnitPrice,
            Amount = amount?.Amount,
            Currency = entry.Currency,
            Fee = entry.Fee,
            Tax = entry.Tax,
            RatioNumerator = split?.Ratio.Numerator,
            RatioDenominator = split?.Ratio.Denominator,
            Lots = entry is Sell { Lots.Count: > 0 } sale ? sale.Lots : null,
            TransferredLots = entry is TransferIn { Lots.Count: > 0 } transfer ? transfer.Lots : null,
            TakenFrom = (entry as TransferIn)?.TakenFrom,
            Note = SealedText.Of(entry.Note),
            ExternalId = entry.ExternalId,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
            Supersedes = entry.Supersedes,
        };
    }

    public Transaction ToTransaction() => ToTransactionWithoutNote() with { Note = Note?.Value };

    /// <summary>For reckoning: a note tells it nothing, and opening it takes time.</summary>
    public Transaction ToTransactionWithoutNote() => OfType() with
    {
        Fee = Fee,
        Tax = Tax,
        ExternalId = ExternalId,
        RecordedBy = RecordedBy,
        Sequence = Sequence,
        Supersedes = Supersedes,
    };

    private Transaction OfType() => Type switch
    {
        TransactionType.Buy => new Buy
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt,
            Asset = AssetId!.Value, Quantity = Quantity!.Value, UnitPrice = UnitPrice,
        },
        TransactionType.Sell => new Sell
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt,
            Asset = AssetId!.Value, Quantity = Quantity!.Value, UnitPrice = UnitPrice, Lots = Lots ?? [],
        },
        TransactionType.Reward => new Reward
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt,
            Asset = AssetId!.Value, Quantity = Quantity!.Value, UnitPrice = UnitPrice,
        },
        TransactionType.TransferIn => new TransferIn
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt,
            Asset = AssetId!.Value, Quantity = Quantity!.Value, UnitPrice = UnitPrice,
            Lots = TransferredLots ?? [], TakenFrom = TakenFrom,
        },
        TransactionType.TransferOut => new TransferOut
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt,
            Asset = AssetId!.Value, Quantity = Quantity!.Value, UnitPrice = UnitPrice,
        },
        TransactionType.Split => new Split
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt,
            Asset = AssetId!.Value, Ratio = new Ratio(RatioNumerator!.Value, RatioDenominator!.Value),
        },
        TransactionType.Dividend => new Dividend
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt, Asset = AssetId, Amount = Amount!.Value,
        },
        TransactionType.Interest => new Interest
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt, Asset = AssetId, Amount = Amount!.Value,
        },
        TransactionType.Fee => new Fee
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt, Asset = AssetId, Amount = Amount!.Value,
        },
        TransactionType.Tax => new Tax
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt, Asset = AssetId, Amount = Amount!.Value,
        },
        TransactionType.Deposit => new Deposit
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt, Asset = AssetId, Amount = Amount!.Value,
        },
        TransactionType.Withdrawal => new Withdrawal
        {
            Id = Id, TradeDate = TradeDate, Currency = Currency, RecordedAt = RecordedAt, Asset = AssetId, Amount = Amount!.Value,
        },
        _ => throw new InvalidOperationException($"{Type} is not a type of transaction."),
    };
}
