using Investr.Application.Portfolios;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Importing;

/// <summary>An activity of Ghostfolio's, whichever file it stood in.</summary>
/// <param name="Type">What it records.</param>
/// <param name="Day">The day.</param>
/// <param name="Symbol">The asset's symbol; for a fee, what it was for.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Price">The price of one unit; of a dividend or interest, the amount for one.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Fee">The fee; of a fee, all there is.</param>
/// <param name="Note">The user's own words.</param>
internal sealed record GhostfolioActivity(
    TransactionType Type, DateOnly Day, string? Symbol, Currency? Currency, decimal? Price, decimal? Quantity, decimal? Fee, string? Note)
{
    /// <summary>The types that can be imported, for whoever wrote another one.</summary>
    public const string Types = "buy, sell, dividend, interest or fee";

    /// <summary>The type by its name in Ghostfolio; null where it has no place in a ledger.</summary>
    public static TransactionType? TypeOf(string? name) => name?.ToUpperInvariant() switch
    {
        "BUY" => TransactionType.Buy,
        "SELL" => TransactionType.Sell,
        "DIVIDEND" => TransactionType.Dividend,
        "INTEREST" => TransactionType.Interest,
        "FEE" => TransactionType.Fee,
        _ => null,
    };

    public TransactionDraft ToDraft()
    {
        var draft = new TransactionDraft { Type = Type, TradeDate = Day, Currency = Currency, Note = Note };
        return Type switch
        {
            // A fee of its own has a name where the others have a symbol, and nothing but its fee.
            TransactionType.Fee => draft with { Amount = Fee, Note = Note ?? Symbol },
            TransactionType.Interest => draft with { Quantity = Quantity, UnitPrice = Price, Fee = Fee, Note = Note ?? Symbol },
            _ => draft with { Symbol = Symbol, Quantity = Quantity, UnitPrice = Price, Fee = Fee },
        };
    }
}
