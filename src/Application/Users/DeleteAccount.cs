using Investr.Application.Auditing;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Deletes the viewer's account with everything that is theirs; portfolios that they share are gone for their members too.</summary>
/// <param name="Password">The password, so that nobody does this in passing.</param>
public sealed record DeleteAccount(string Password) : IRequest<bool>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Users;

    /// <summary>The request's name; what is in it is not for logs.</summary>
    public override string ToString() => nameof(DeleteAccount);
}

internal sealed class DeleteAccountHandler(
    IViewer viewer,
    IUserRepository users,
    ISignInAttempts attempts,
    PasswordProof proof,
    ISignedIn signedIn,
    IAuditTrail trail,
    IUnitOfWork work) : IRequestHandler<DeleteAccount, bool>
{
    public async Task<bool> Handle(DeleteAccount request, CancellationToken cancellationToken)
    {
        var known = await users.FindAsync(viewer.RequiredId, cancellationToken) ?? throw new NotSignedInException();
        await proof.OfAsync(known.Email, known, request.Password, cancellationToken);

        // Not before the password was compared: that takes long, and nobody else can write meanwhile.
        var user = await users.FindInTurnAsync(known.Id, cancellationToken) ?? throw new NotSignedInException();
        await users.SpareAsync(user, cancellationToken);
        await users.RemoveAsync(user, cancellationToken);
        await trail.EraseOriginsAsync(user.Id, cancellationToken);
        await work.CommitAsync(cancellationToken);

        await attempts.ForgetAsync(user.Email, cancellationToken);
        signedIn.Forget(user.Id);
        return true;
    }
}
