using Investr.Application.Auditing;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Ends this device's session, or every one of the viewer's.</summary>
/// <param name="Everywhere">Whether the viewer's other devices are signed out too.</param>
public sealed record SignOut(bool Everywhere = false) : IRequest<bool>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Sessions;

    /// <inheritdoc/>
    public string? AuditDetail => Everywhere ? "everywhere" : null;
}

internal sealed class SignOutHandler(IViewer viewer, SessionEnd end, AuditNote note) : IRequestHandler<SignOut, bool>
{
    public Task<bool> Handle(SignOut request, CancellationToken cancellationToken)
    {
        var user = viewer.RequiredId;
        if (viewer.SessionId is { } session) note.Concerns(AuditSubject.Of(session));
        return end.WithAsync(
            user, session => request.Everywhere || session.Id == viewer.SessionId, () => Task.FromResult(true), cancellationToken);
    }
}
