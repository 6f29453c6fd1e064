using MediatR;

namespace Investr.Application.Users;

/// <summary>Ends this device's session, or every one of the viewer's.</summary>
/// <param name="Everywhere">Whether the viewer's other devices are signed out too.</param>
public sealed record SignOut(bool Everywhere = false) : IRequest<bool>;

internal sealed class SignOutHandler(IViewer viewer, SessionEnd end) : IRequestHandler<SignOut, bool>
{
    public Task<bool> Handle(SignOut request, CancellationToken cancellationToken) => end.WithAsync(
        viewer.RequiredId,
        session => request.Everywhere || session.Id == viewer.SessionId,
        () => Task.FromResult(true),
        cancellationToken);
}
