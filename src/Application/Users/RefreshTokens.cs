using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Gives a new pair of tokens for a refresh token, which works once.</summary>
/// <param name="RefreshToken">The newest refresh token of a session.</param>
public sealed record RefreshTokens(string RefreshToken) : IRequest<IssuedTokens>, IAudited, ISignInRequest
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Sessions;

    /// <summary>The request's name; what is in it is not for logs.</summary>
    public override string ToString() => nameof(RefreshTokens);
}

internal sealed class RefreshTokensHandler(
    ISessionRepository sessions,
    IUserRepository users,
    ITokenIssuer tokens,
    SessionStart start,
    ISignedIn signedIn,
    AuditNote note,
    IUnitOfWork work,
    TimeProvider time) : IRequestHandler<RefreshTokens, IssuedTokens>
{
    /// <summary>What the audit log calls a token that was shown a second time; who shows it is told no more than of any other.</summary>
    private const string ReusedToken = "REFRESH_TOKEN_REUSED";

    public Task<IssuedTokens> Handle(RefreshTokens request, CancellationToken cancellationToken)
    {
        var token = RefreshToken.Read(request.RefreshToken) ?? throw Refused();

        // Of two who show the same token at the same moment, the later one finds it used.
        return work.AgainOnConflictAsync(() => RefreshAsync(token, cancellationToken));
    }

    private async Task<IssuedTokens> RefreshAsync(RefreshToken token, CancellationToken cancellationToken)
    {
        var session = await sessions.FindAsync(token.Session, cancellationToken) ?? throw Refused();
        note.Concerns(AuditSubject.Of(session.Id));
        var user = await users.FindAsync(session.UserId, cancellationToken);
        if (user is null || user.IsLocked) throw Refused();

        var secret = RefreshToken.NewSecret();
        var refreshed = session.TryRefresh(
            token.Hash, RefreshToken.HashOf(secret), time.GetUtcNow(), tokens.RefreshTokenLifetime);

        note.By(refreshed ? user.Id : null);
        if (!refreshed) note.Refuse(session.UsedTokenHashes.Contains(token.Hash) ? ReusedToken : new InvalidCredentials().Code);

        // Written in either case: a token that was shown twice has ended its session.
        await work.CommitAsync(cancellationToken);
        if (refreshed) return start.TokensOf(session, user, secret);

        signedIn.Forget(user.Id);
        throw Refused();
    }

    private static RefusedException Refused() => new(new InvalidCredentials());
}
