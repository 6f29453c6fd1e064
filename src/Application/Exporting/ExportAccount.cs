using Investr.Application.Auditing;
using Investr.Application.Users;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Exporting;

/// <summary>Everything that is kept about the viewer, for the viewer.</summary>
public sealed record ExportAccount : IRequest<AccountExport>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Users;
}

/// <summary>What is kept about a user, read as it is asked for. It asks nobody for access.</summary>
public interface IAccountRecords
{
    /// <summary>Their sessions, those that are over too.</summary>
    IAsyncEnumerable<ExportedSession> ReadSessionsAsync(UserId user);

    /// <summary>Their portfolios, each with all that is in it.</summary>
    IAsyncEnumerable<ExportedPortfolio> ReadPortfoliosAsync(UserId user);

    /// <summary>Which portfolios of others they have access to.</summary>
    IAsyncEnumerable<ExportedMembership> ReadMembershipsAsync(UserId user);

    /// <summary>What they recorded in portfolios of others.</summary>
    IAsyncEnumerable<ExportedTransaction> ReadEntriesElsewhereAsync(UserId user);

    /// <summary>What they voided in portfolios of others.</summary>
    IAsyncEnumerable<ExportedVoiding> ReadVoidingsElsewhereAsync(UserId user);

    /// <summary>Which of their calls are remembered so as not to be done twice.</summary>
    IAsyncEnumerable<ExportedCall> ReadCallsAsync(UserId user);

    /// <summary>What the audit log tells of what they did, and of attempts to sign in as them.</summary>
    IAsyncEnumerable<ExportedAuditEntry> ReadAuditEntriesAsync(UserId user);

    /// <summary>Assets of their own, each with its prices.</summary>
    IAsyncEnumerable<ExportedAsset> ReadAssetsAsync(UserId user);

    /// <summary>Their watchlists.</summary>
    IAsyncEnumerable<ExportedWatchlist> ReadWatchlistsAsync(UserId user);

    /// <summary>Their alerts.</summary>
    IAsyncEnumerable<ExportedPriceAlert> ReadPriceAlertsAsync(UserId user);
}

internal sealed class ExportAccountHandler(IViewer viewer, IUserLoader users, ISignInAttempts attempts, IAccountRecords records, AuditNote note)
    : IRequestHandler<ExportAccount, AccountExport>
{
    public async Task<AccountExport> Handle(ExportAccount request, CancellationToken cancellationToken)
    {
        var user = await users.LoadAsync(viewer.RequiredId, cancellationToken) ?? throw new NotSignedInException();
        note.Concerns(AuditSubject.Of(user.Id));
        var failed = await attempts.FindAsync(user.Email, cancellationToken);

        return new()
        {
            Profile = new(
                user.Id, user.Email, user.DisplayName, user.BaseCurrency, user.Roles, user.IsLocked, user.CreatedAt, failed.Failures, failed.LockedUntil),
            Sessions = records.ReadSessionsAsync(user.Id),
            Portfolios = records.ReadPortfoliosAsync(user.Id),
            Memberships = records.ReadMembershipsAsync(user.Id),
            EntriesInPortfoliosOfOthers = records.ReadEntriesElsewhereAsync(user.Id),
            VoidingsInPortfoliosOfOthers = records.ReadVoidingsElsewhereAsync(user.Id),
            RememberedCalls = records.ReadCallsAsync(user.Id),
            AuditEntries = records.ReadAuditEntriesAsync(user.Id),
            Assets = records.ReadAssetsAsync(user.Id),
            Watchlists = records.ReadWatchlistsAsync(user.Id),
            PriceAlerts = records.ReadPriceAlertsAsync(user.Id),
        };
    }
}
