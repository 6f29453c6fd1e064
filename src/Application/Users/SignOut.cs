using MediatR;

namespace Investr.Application.Users;

/// <summary>Ends this device's session, or every one of the viewer's.</summary>
/// <param name="Everywhere">Whether the viewer's other devices are signed out too.</param>
public sealed record SignOut(bool Everywhere = false) : IRequest<bool>;

internal sealed class SignOutHandler(
    IViewer viewer, ISessionRepository sessions, ISignedIn signedIn, IUnitOfWork work, TimeProvider time)
    : IRequestHandler<SignOut, bool>
{
    public async Task<bool> Handle(SignOut request, CancellationToken cancellationToken)
    {
        var user = viewer.RequiredId;

        // A token that is refreshed meanwhile changes nothing about it: the session ends.
        await work.AgainOnConflictAsync(async () =>
        {
            var open = await sessions.ListOpenAsync(user, cancellationToken);
            foreach (var session in open.Where(session => request.Everywhere || session.Id == viewer.SessionId))
                session.End(time.GetUtcNow());

            await work.CommitAsync(cancellationToken);
            return open;
        });

        signedIn.Forget(user);
        return true;
    }
}
