using Investr.Application.Portfolios;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Importing;

/// <summary>A row of Portfolio Performance's, whichever language it was written in.</summary>
/// <param name="Type">What it books.</param>
/// <param name="Day">The day.</param>
/// <param name="Currency">The account's currency.</param>
/// <param name="Value">
/// What the account gained or lost by it: after charges were taken off what came in, and with those on what went out.
/// </param>
/// <param name="Fee">The fees within the value.</param>
/// <param name="Tax">The taxes within the value.</param>
/// <param name="Shares">How many units; none for what is of cash alone.</param>
/// <param name="Symbol">The asset's symbol, or what stands for it.</param>
/// <param name="Note">The user's own words.</param>
internal sealed record PortfolioPerformanceBooking(
    PortfolioPerformanceType Type,
    DateOnly Day,
    Currency? Currency,
    decimal Value,
    decimal? Fee,
    decimal? Tax,
    decimal? Shares,
    string? Symbol,
    string? Note)
{
    /// <summary>Whether it is about cash alone; transfers are of cash or of shares.</summary>
    public bool IsOfCash => LedgerType is TransactionType.Deposit or TransactionType.Withdrawal;

    private decimal Charges => Fee.GetValueOrDefault() + Tax.GetValueOrDefault();

    private TransactionType LedgerType => Type switch
    {
        PortfolioPerformanceType.Buy => TransactionType.Buy,
        PortfolioPerformanceType.Sell => TransactionType.Sell,
        PortfolioPerformanceType.Dividend => TransactionType.Dividend,
        PortfolioPerformanceType.Interest or PortfolioPerformanceType.InterestCharge => TransactionType.Interest,
        PortfolioPerformanceType.Fees or PortfolioPerformanceType.FeesRefund => TransactionType.Fee,
        PortfolioPerformanceType.Taxes or PortfolioPerformanceType.TaxRefund => TransactionType.Tax,
        PortfolioPerformanceType.TransferInbound when Shares is null => TransactionType.Deposit,
        PortfolioPerformanceType.TransferOutbound when Shares is null => TransactionType.Withdrawal,
        PortfolioPerformanceType.DeliveryInbound or PortfolioPerformanceType.TransferInbound => TransactionType.TransferIn,
        PortfolioPerformanceType.DeliveryOutbound or PortfolioPerformanceType.TransferOutbound => TransactionType.TransferOut,
        PortfolioPerformanceType.Deposit => TransactionType.Deposit,
        _ => TransactionType.Withdrawal,
    };

    public TransactionDraft ToDraft()
    {
        var draft = new TransactionDraft
        {
            Type = LedgerType, TradeDate = Day, Currency = Currency, Symbol = IsOfCash ? null : Symbol, Fee = Fee, Tax = Tax, Note = Note,
        };
        return Type switch
        {
            PortfolioPerformanceType.Buy => draft with { Quantity = Shares, UnitPrice = ForOne(Value - Charges) },
            PortfolioPerformanceType.Sell => draft with { Quantity = Shares, UnitPrice = ForOne(Value + Charges) },

            // No account pays for what is delivered, so that its charges are a part of its price.
            _ when LedgerType is TransactionType.TransferIn or TransactionType.TransferOut =>
                draft with { Quantity = Shares, UnitPrice = ForOne(Value), Fee = null, Tax = null },

            PortfolioPerformanceType.InterestCharge => draft with { Amount = Charges - Value },
            PortfolioPerformanceType.FeesRefund or PortfolioPerformanceType.TaxRefund => draft with { Amount = -(Value + Charges) },
            PortfolioPerformanceType.Fees or PortfolioPerformanceType.Taxes => draft with { Amount = Value - Charges },
            _ => draft with { Amount = LedgerType == TransactionType.Withdrawal ? Value - Charges : Value + Charges },
        };
    }

    private decimal? ForOne(decimal amount) => Shares is > 0 ? amount / Shares : null;
}
