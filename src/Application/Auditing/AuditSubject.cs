using Investr.Domain.Alerts;
using Investr.Domain.Auditing;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Domain.Watchlists;

namespace Investr.Application.Auditing;

/// <summary>How the audit log names what an entry is about: the type by its name in the schema, and the identity.</summary>
public static class AuditSubject
{
    /// <summary>A user, or all of them, where it is not known which.</summary>
    public const string Users = "User";

    /// <summary>Sessions, where it is not known which.</summary>
    public const string Sessions = "Session";

    /// <summary>Portfolios, where it is not known which.</summary>
    public const string Portfolios = "Portfolio";

    /// <summary>Assets.</summary>
    public const string Assets = "Asset";

    /// <summary>Watchlists, where it is not known which.</summary>
    public const string Watchlists = "Watchlist";

    /// <summary>Alerts, where it is not known which.</summary>
    public const string PriceAlerts = "PriceAlert";

    /// <summary>Exchange rates.</summary>
    public const string ExchangeRates = "ExchangeRate";

    /// <summary>Runs of the market-data update, where it is not known which.</summary>
    public const string MarketDataRuns = "MarketDataRun";

    /// <summary>The audit log itself.</summary>
    public const string AuditEntries = "AuditEntry";

    /// <summary>A user.</summary>
    public static string Of(UserId id) => $"{Users}:{id}";

    /// <summary>A session.</summary>
    public static string Of(SessionId id) => $"{Sessions}:{id}";

    /// <summary>A portfolio.</summary>
    public static string Of(PortfolioId id) => $"{Portfolios}:{id}";

    /// <summary>An entry of a ledger.</summary>
    public static string Of(TransactionId id) => $"Transaction:{id}";

    /// <summary>An asset.</summary>
    public static string Of(AssetId id) => $"{Assets}:{id}";

    /// <summary>A watchlist.</summary>
    public static string Of(WatchlistId id) => $"{Watchlists}:{id}";

    /// <summary>An alert.</summary>
    public static string Of(PriceAlertId id) => $"{PriceAlerts}:{id}";

    /// <summary>A run of the market-data update.</summary>
    public static string Of(MarketDataRunId id) => $"{MarketDataRuns}:{id}";

    /// <summary>An entry of the audit log.</summary>
    public static string Of(AuditEntryId id) => $"{AuditEntries}:{id}";
}
