using Investr.Domain.Alerts;
using Investr.Domain.Auditing;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Domain.Watchlists;

namespace Investr.Application.Exporting;

/// <summary>
/// Everything that is kept about a user but what only guards it: hashes of passwords, tokens and calls. The lists have not been read
/// yet.
/// </summary>
public sealed record AccountExport
{
    /// <summary>Who they are.</summary>
    public required ExportedProfile Profile { get; init; }

    /// <summary>The devices on which they signed in.</summary>
    public required IAsyncEnumerable<ExportedSession> Sessions { get; init; }

    /// <summary>The portfolios that they own.</summary>
    public required IAsyncEnumerable<ExportedPortfolio> Portfolios { get; init; }

    /// <summary>The portfolios of others that they have access to.</summary>
    public required IAsyncEnumerable<ExportedMembership> Memberships { get; init; }

    /// <summary>What they recorded in portfolios of others.</summary>
    public required IAsyncEnumerable<ExportedTransaction> EntriesInPortfoliosOfOthers { get; init; }

    /// <summary>What they voided in portfolios of others.</summary>
    public required IAsyncEnumerable<ExportedVoiding> VoidingsInPortfoliosOfOthers { get; init; }

    /// <summary>Calls with an idempotency key, remembered so as not to be done twice.</summary>
    public required IAsyncEnumerable<ExportedCall> RememberedCalls { get; init; }

    /// <summary>What the audit log tells of what they did, and of attempts to sign in as them.</summary>
    public required IAsyncEnumerable<ExportedAuditEntry> AuditEntries { get; init; }

    /// <summary>Assets of their own.</summary>
    public required IAsyncEnumerable<ExportedAsset> Assets { get; init; }

    /// <summary>What they follow.</summary>
    public required IAsyncEnumerable<ExportedWatchlist> Watchlists { get; init; }

    /// <summary>Of what they want to be told.</summary>
    public required IAsyncEnumerable<ExportedPriceAlert> PriceAlerts { get; init; }
}

/// <summary>Who a user is.</summary>
public sealed record ExportedProfile(
    UserId Id,
    EmailAddress Email,
    string DisplayName,
    Currency BaseCurrency,
    IReadOnlyList<Role> Roles,
    bool IsLocked,
    DateTimeOffset CreatedAt,
    int FailedSignIns,
    DateTimeOffset? WaitsUntil);

/// <summary>A device on which they signed in.</summary>
public sealed record ExportedSession(
    SessionId Id, UserId UserId, string? UserAgent, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt);

/// <summary>A portfolio with everything in it.</summary>
public sealed record ExportedPortfolio
{
    public required PortfolioId Id { get; init; }

    public required UserId OwnerId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required Currency BaseCurrency { get; init; }

    public required CostBasisMethod CostBasisMethod { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required long Version { get; init; }

    /// <summary>With whom it is shared.</summary>
    public required IReadOnlyList<PortfolioMember> Members { get; init; }

    /// <summary>Every entry that was ever recorded, those that count no longer too.</summary>
    public required IAsyncEnumerable<ExportedTransaction> Transactions { get; init; }

    /// <summary>Which entries were taken out, by whom and why.</summary>
    public required IAsyncEnumerable<ExportedVoiding> Voidings { get; init; }
}

/// <summary>Access to a portfolio of somebody else.</summary>
public sealed record ExportedMembership(PortfolioId PortfolioId, UserId User, AccessLevel Access);

/// <summary>An entry of a ledger.</summary>
public sealed record ExportedTransaction
{
    public required TransactionId Id { get; init; }

    public required PortfolioId PortfolioId { get; init; }

    public required TransactionType Type { get; init; }

    public AssetId? AssetId { get; init; }

    public required DateOnly TradeDate { get; init; }

    public required int Sequence { get; init; }

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

    public TransactionId? TakenFrom { get; init; }

    public string? Note { get; init; }

    public string? ExternalId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public UserId? RecordedBy { get; init; }

    public TransactionId? Supersedes { get; init; }
}

/// <summary>An entry that was taken out of its ledger.</summary>
public sealed record ExportedVoiding(TransactionId Entry, PortfolioId PortfolioId, long Version, DateTimeOffset At, UserId? By, string? Reason);

/// <summary>A call that is remembered, and what it entered.</summary>
public sealed record ExportedCall(
    PortfolioId PortfolioId, UserId UserId, string Key, DateTimeOffset KeptAt, IReadOnlyList<TransactionId> Transactions);

/// <summary>An asset that a user made for themselves.</summary>
public sealed record ExportedAsset(
    AssetId Id,
    UserId? OwnerId,
    string Symbol,
    string Name,
    AssetType Type,
    AssetClass Class,
    Currency Currency,
    string? Exchange,
    string? Isin,
    string? Country,
    string? Sector,
    string? Industry,
    bool IsEdited,
    IReadOnlyList<Constituent> Constituents,
    IReadOnlyList<AssetSplit> Splits,
    IAsyncEnumerable<ExportedPrice> Prices);

/// <summary>A close of such an asset.</summary>
public sealed record ExportedPrice(AssetId AssetId, DateOnly Date, decimal Close, Currency Currency, string Source);

/// <summary>A list of assets that they follow.</summary>
public sealed record ExportedWatchlist(WatchlistId Id, UserId OwnerId, string Name, IReadOnlyList<ExportedWatchlistEntry> Entries);

/// <summary>An asset on such a list.</summary>
public sealed record ExportedWatchlistEntry(WatchlistId WatchlistId, AssetId Asset, int Place);

/// <summary>A price that they want to be told of.</summary>
public sealed record ExportedPriceAlert(
    PriceAlertId Id,
    UserId OwnerId,
    AssetId AssetId,
    AlertCondition Condition,
    decimal Threshold,
    DateTimeOffset CreatedAt,
    bool IsArmed,
    DateTimeOffset? ChangedAt,
    DateTimeOffset? TriggeredAt,
    decimal? TriggeredPrice);

/// <summary>An entry of the audit log.</summary>
public sealed record ExportedAuditEntry(
    AuditEntryId Id,
    long Sequence,
    DateTimeOffset At,
    UserId? Actor,
    string Action,
    string Subject,
    string? Detail,
    AuditOutcome Outcome,
    string? Code,
    ExportedOrigin? Origin);

/// <summary>From where something was asked for.</summary>
public sealed record ExportedOrigin(string? Address, string? UserAgent);
