using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;

namespace Investr.Application.Portfolios;

/// <summary>Reads one draft: which asset it means, which fields its type takes, and what is wrong with them.</summary>
internal sealed class DraftReading(TransactionDraft draft, DraftAssets assets, Currency cash)
{
    private const decimal MostMoney = 1_000_000_000_000_000_000m;

    private readonly List<TransactionFault> _faults = [];

    /// <summary>What is wrong with it; read after <see cref="ToTransaction"/>.</summary>
    public IReadOnlyList<TransactionFault> Faults => _faults;

    /// <summary>The transaction; where there are faults it is not to be used.</summary>
    public Transaction ToTransaction(DateTimeOffset now, UserId author)
    {
        var asset = FindAsset();
        CheckFieldsOfType();

        var currency = draft.Currency ?? asset?.Currency ?? cash;
        var entry = Blank(asset?.Id, currency) with
        {
            Id = TransactionId.New(now),
            TradeDate = draft.TradeDate,
            Fee = draft.Fee ?? 0,
            Tax = draft.Tax ?? 0,
            Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim(),
            ExternalId = string.IsNullOrWhiteSpace(draft.ExternalId) ? null : draft.ExternalId.Trim(),
            RecordedAt = now,
            RecordedBy = author,
        };

        // A field that is missing is told once, not again as one that has a bad value.
        var told = _faults.Select(fault => fault.Field).ToHashSet();
        _faults.AddRange(entry.Faults().Where(fault => !told.Contains(fault.Field) && !IsLeftOpen(fault)));
        return entry;
    }

    // Whether there are lots to take over in place of a price is looked up once everything else is sound.
    private bool IsLeftOpen(TransactionFault fault) =>
        draft is { Type: TransactionType.TransferIn, UnitPrice: null } && fault.Field == "unitPrice";

    private bool TakesUnits => draft.Type is TransactionType.Buy or TransactionType.Sell or TransactionType.Reward
        or TransactionType.TransferIn or TransactionType.TransferOut;

    private bool TakesAmount => !TakesUnits && draft.Type != TransactionType.Split;

    private Asset? FindAsset()
    {
        var symbol = string.IsNullOrWhiteSpace(draft.Symbol) ? null : draft.Symbol.Trim();

        if (draft.AssetId is { } id)
        {
            if (!assets.ById.TryGetValue(id, out var asset)) return Fault("assetId", "There is no such asset.");
            return symbol is null || symbol.Equals(asset.Symbol, StringComparison.OrdinalIgnoreCase)
                ? asset
                : Fault("symbol", $"The asset's symbol is {asset.Symbol}; give one of the two.");
        }

        if (symbol is not null)
        {
            if (!assets.BySymbol.TryGetValue(symbol, out var match)) return Fault("symbol", $"No asset has the symbol {symbol}.");
            return match.Single
                ?? Fault("symbol", $"{match.Assets.Count} assets have the symbol {symbol}; say which by its assetId.");
        }

        return TakesAmount && draft.Type != TransactionType.Dividend
            ? null
            : Fault("symbol", $"A {Name} needs an asset, by its symbol or its assetId.");
    }

    private void CheckFieldsOfType()
    {
        if (TakesUnits && draft.Quantity is null) Fault("quantity", $"A {Name} needs a quantity.");
        if (draft.Type is TransactionType.Buy or TransactionType.Sell && draft.UnitPrice is null)
            Fault("unitPrice", $"A {Name} needs the price of one unit.");
        if (draft.Type == TransactionType.Reward && draft.UnitPrice is null)
            Fault("unitPrice", "No close of that day is known, in this currency; give the unitPrice, the fair value of one unit.");

        if (TakesAmount && draft.Amount is null && Product is null) Fault("amount", $"A {Name} needs an amount.");
        if (draft.Amount is { } amount && Product is { } product && amount != product)
            Fault("amount", "The amount is not the quantity times the price of one unit; give one of the two.");
        if (draft.Amount is not null && !TakesAmount && Product is null) Fault("amount", $"A {Name} has no amount of its own.");

        if (draft.Type is TransactionType.Deposit or TransactionType.Withdrawal && (draft.AssetId is not null || draft.Symbol is not null))
            Fault("symbol", $"A {Name} is of cash and has no asset.");

        if (draft.Type == TransactionType.Split) CheckSplit();
        else if (draft.Ratio is not null) Fault("ratio", "Only a SPLIT has a ratio.");

        if (draft.Type != TransactionType.Sell && draft.Lots is { Count: > 0 }) Fault("lots", "Only a SELL names lots.");
        if (draft.Type != TransactionType.TransferIn && draft.TransferredLots is { Count: > 0 })
            Fault("transferredLots", "Only a TRANSFER_IN brings lots.");
        else if (draft is { TransferredLots.Count: > 0, UnitPrice: not null })
            Fault("unitPrice", "Lots bring their own cost; give them or a price.");
    }

    private void CheckSplit()
    {
        if (draft.Ratio is null) Fault("ratio", "A SPLIT needs a ratio: how many new units come for one old.");
        else if (draft.Ratio <= 0) Fault("ratio", "A ratio is positive.");
        else if (ReadRatio() is null) Fault("ratio", "The ratio has too many digits for an exact fraction.");

        if (draft.Quantity is not null) Fault("quantity", "A SPLIT has a ratio, not a quantity.");
        if (draft.UnitPrice is not null) Fault("unitPrice", "A SPLIT has no price.");
    }

    // The record of the draft's type with what only that type has; the rest is filled in by the caller.
    private Transaction Blank(AssetId? asset, Currency paid)
    {
        var (id, day, now) = (default(TransactionId), draft.TradeDate, default(DateTimeOffset));
        var (subject, units, price) = (asset.GetValueOrDefault(), new Quantity(draft.Quantity ?? 1), draft.UnitPrice);
        var amount = draft.Amount ?? Product ?? 1;

        return draft.Type switch
        {
            TransactionType.Buy => new Buy
            {
                Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = subject, Quantity = units, UnitPrice = price,
            },
            TransactionType.Sell => new Sell
            {
                Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = subject, Quantity = units, UnitPrice = price,
                Lots = [.. (draft.Lots ?? []).Select(lot => new LotSelection(lot.LotId, lot.Quantity))],
            },
            TransactionType.Reward => new Reward
            {
                Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = subject, Quantity = units, UnitPrice = price,
            },
            TransactionType.TransferIn => new TransferIn
            {
                Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = subject, Quantity = units, UnitPrice = price,
                Lots = [.. (draft.TransferredLots ?? []).Select(lot =>
                    new TransferredLot(lot.OpenedOn, lot.Quantity, new Money(lot.Cost, lot.Currency ?? paid)))],
            },
            TransactionType.TransferOut => new TransferOut
            {
                Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = subject, Quantity = units, UnitPrice = price,
            },
            TransactionType.Split => new Split
            {
                Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = subject, Ratio = ReadRatio() ?? Ratio.One,
            },
            TransactionType.Dividend => new Dividend
            {
                Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = subject, Amount = amount,
            },
            TransactionType.Interest => new Interest
            {
                Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = asset, Amount = amount,
            },
            TransactionType.Fee => new Fee { Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = asset, Amount = amount },
            TransactionType.Tax => new Tax { Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Asset = asset, Amount = amount },
            TransactionType.Deposit => new Deposit { Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Amount = amount },
            TransactionType.Withdrawal => new Withdrawal { Id = id, TradeDate = day, Currency = paid, RecordedAt = now, Amount = amount },
            _ => throw new InvalidOperationException($"{draft.Type} is not a type of transaction."),
        };
    }

    private string Name => draft.Type switch
    {
        TransactionType.TransferIn => "TRANSFER_IN",
        TransactionType.TransferOut => "TRANSFER_OUT",
        var type => type.ToString().ToUpperInvariant(),
    };

    // Null where one is missing, or where the product is more than a decimal holds.
    private decimal? Product =>
        draft.Quantity is { } units && draft.UnitPrice is { } price
            && Math.Abs(units) < MostMoney / Math.Max(Math.Abs(price), 1m)
            ? units * price
            : null;

    private Ratio? ReadRatio()
    {
        if (draft.Ratio is not > 0) return null;
        try
        {
            return Ratio.FromDecimal(draft.Ratio.Value);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private Asset? Fault(string field, string message)
    {
        _faults.Add(new(field, message));
        return null;
    }
}
