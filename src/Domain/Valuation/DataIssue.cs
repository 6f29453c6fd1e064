using Investr.Domain.Market;

namespace Investr.Domain.Valuation;

/// <summary>Something missing or doubtful behind a figure, told as data so that a figure is never silently wrong.</summary>
/// <param name="Code">A stable code, one of the constants of this type.</param>
/// <param name="Message">What is missing, and what was done instead.</param>
/// <param name="Asset">The asset that it is about.</param>
/// <param name="From">The first day concerned.</param>
/// <param name="To">The last day concerned.</param>
public sealed record DataIssue(string Code, string Message, AssetId? Asset = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>No price of an asset is known; it counts at cost.</summary>
    public const string PriceMissing = "PRICE_MISSING";

    /// <summary>The price of an asset is older than it should be.</summary>
    public const string PriceStale = "PRICE_STALE";

    /// <summary>No exchange rate is known; amounts are left out, or count at cost.</summary>
    public const string RateMissing = "RATE_MISSING";

    /// <summary>The last known exchange rate is more than a week older than the day that it was used for.</summary>
    public const string RateStale = "RATE_STALE";

    /// <summary>More cash went out than came in.</summary>
    public const string CashNegative = "CASH_NEGATIVE";

    /// <summary>There are too few prices for a figure.</summary>
    public const string HistoryTooShort = "HISTORY_TOO_SHORT";

    /// <summary>Money went only one way, so that no rate of return explains it.</summary>
    public const string NoSignChange = "NO_SIGN_CHANGE";

    /// <summary>No rate of return within reason explains the money that came and went.</summary>
    public const string NotConverged = "NOT_CONVERGED";

    /// <summary>A property of some assets, such as their sector, is not known.</summary>
    public const string ClassificationMissing = "CLASSIFICATION_MISSING";
}
