using Investr.Application.Auditing;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>A signed-in device of the viewer, or of anybody for an administrator; null for every other, and for one that is over.</summary>
/// <param name="SessionId">The session.</param>
public sealed record GetSession(SessionId SessionId) : IRequest<Session?>, IAuditedRead
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(SessionId);
}

internal sealed class GetSessionHandler(ISessionLoader sessions, IViewer viewer, TimeProvider time) : IRequestHandler<GetSession, Session?>
{
    public async Task<Session?> Handle(GetSession request, CancellationToken cancellationToken) =>
        await sessions.LoadAsync(request.SessionId, cancellationToken) is { } session
        && (session.UserId == viewer.Id || viewer.IsIn(Role.Admin))
        && session.IsActive(time.GetUtcNow())
            ? session
            : null;
}
