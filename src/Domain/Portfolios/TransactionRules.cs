using System.Globalization;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>What every entry must keep to by itself, before the ledger looks at it beside the others.</summary>
internal static class TransactionRules
{
    internal const decimal MostUnits = 1_000_000_000_000_000m;

    private const decimal LeastUnits = 0.000_000_000_000_001m;
    private const decimal MostMoney = 1_000_000_000_000_000_000m;
    private const decimal MostSplit = 10_000m;
    private const int MaxNoteLength = 1_000;
    private const int MaxExternalIdLength = 200;

    private static readonly DateOnly FirstDay = new(1900, 1, 1);

    internal static IReadOnlyList<TransactionFault> FaultsOf(Transaction transaction)
    {
        List<TransactionFault> faults = [];

        // Somewhere on earth it is a day later than in UTC.
        var tomorrow = DateOnly.FromDateTime(transaction.RecordedAt.UtcDateTime).AddDays(1);

        void Require(bool kept, string field, string message)
        {
            if (!kept) faults.Add(new(field, message));
        }

        Require(transaction.TradeDate >= FirstDay, "tradeDate", "The date is before 1900.");
        Require(transaction.TradeDate <= tomorrow, "tradeDate", "The date is in the future.");
        Require(transaction.Currency.Code.Length > 0, "currency", "A currency is needed.");
        Require(transaction.Fee is >= 0 and < MostMoney, "fee", "A fee is zero or positive, and below 10^18.");
        Require(transaction.Tax is >= 0 and < MostMoney, "tax", "A tax is zero or positive, and below 10^18.");
        Require((transaction.Note?.Length ?? 0) <= MaxNoteLength, "note", $"A note has at most {Text(MaxNoteLength)} characters.");
        Require(
            (transaction.ExternalId?.Length ?? 0) <= MaxExternalIdLength,
            "externalId",
            $"An external id has at most {Text(MaxExternalIdLength)} characters.");

        switch (transaction)
        {
            case UnitTransaction units:
                CheckUnits(units, Require);
                break;
            case AmountTransaction amount:
                CheckAmount(amount, Require);
                break;
            case Split split:
                Require(split.Ratio.ToDecimal() is >= 1 / MostSplit and <= MostSplit, "ratio", "A ratio is between 1:10,000 and 10,000:1.");
                break;
        }

        return faults;
    }

    private static void CheckUnits(UnitTransaction units, Action<bool, string, string> require)
    {
        require(units.Quantity.Units > 0, "quantity", "A quantity is positive.");
        require(units.Quantity.Units < MostUnits, "quantity", "A quantity is below 10^15.");
        require(
            units is TransferOut or TransferIn { Lots.Count: > 0 } || units.UnitPrice is not null,
            "unitPrice",
            "A price is needed: what a unit cost, brought or was worth.");
        require(units.UnitPrice is null or (>= 0 and < MostUnits), "unitPrice", "A price is zero or positive, and below 10^15.");

        // Divided, because the product of two large numbers may be more than a decimal holds.
        require(
            units.UnitPrice is null or <= 0 || units.Quantity.Units < MostMoney / Math.Max(units.UnitPrice.Value, 1m),
            "unitPrice",
            "The amount is below 10^18.");

        if (units is TransferIn transfer) CheckLots(transfer, require);
        if (units is not Sell sale) return;
        require(sale.Lots.All(lot => lot.Quantity.Units > 0), "lots", "A quantity is positive.");
        require(
            sale.Lots.Sum(lot => Math.Min(lot.Quantity.Units, MostUnits)) <= units.Quantity.Units,
            "lots",
            "The lots add up to more than is sold.");
    }

    private static void CheckLots(TransferIn transfer, Action<bool, string, string> require)
    {
        if (transfer.Lots.Count == 0) return;

        var units = transfer.Lots.Sum(lot => Math.Min(lot.Quantity.Units, MostUnits));
        require(transfer.Lots.All(lot => lot.Quantity.Units > 0), "transferredLots", "A quantity is positive.");
        require(Math.Abs(units - transfer.Quantity.Units) < LeastUnits, "transferredLots", "The lots do not add up to the quantity.");
        require(transfer.Lots.All(lot => lot.Cost.Amount is >= 0 and < MostMoney), "transferredLots", "A cost is zero or positive, and below 10^18.");
        require(transfer.Lots.All(lot => lot.Cost.Currency != Currency.None), "transferredLots", "A currency is needed.");
        require(
            transfer.Lots.All(lot => lot.OpenedOn >= FirstDay && lot.OpenedOn <= transfer.TradeDate),
            "transferredLots",
            "A lot was opened in or after 1900, and no later than it is transferred.");
    }

    private static void CheckAmount(AmountTransaction amount, Action<bool, string, string> require)
    {
        require(Math.Abs(amount.Amount) < MostMoney, "amount", "An amount is below 10^18.");
        require(amount is not Dividend || amount.Asset is not null, "symbol", "A dividend is paid by an asset.");

        // Interest, fees and taxes can go either way: interest paid, refunds.
        if (amount is Interest or Fee or Tax) require(amount.Amount != 0, "amount", "An amount is not zero.");
        else require(amount.Amount > 0, "amount", "An amount is positive.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
