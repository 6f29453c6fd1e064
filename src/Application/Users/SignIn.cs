using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Signs in on the device that asks.</summary>
/// <param name="Email">The address of the account.</param>
/// <param name="Password">The password of the account.</param>
public sealed record SignIn(string Email, string Password) : IRequest<IssuedTokens>, IAudited, ISignInRequest
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Users;

    /// <summary>The request's name; what is in it is not for logs.</summary>
    public override string ToString() => nameof(SignIn);
}

internal sealed class SignInHandler(
    IUserRepository users,
    ISessionRepository sessions,
    PasswordProof proof,
    SessionStart session,
    AuditNote note,
    IUnitOfWork work,
    TimeProvider time) : IRequestHandler<SignIn, IssuedTokens>
{
    public async Task<IssuedTokens> Handle(SignIn request, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(request.Email, out var email)) throw new RefusedException(new InvalidCredentials());

        var known = await users.FindByEmailAsync(email, cancellationToken);
        var user = await proof.OfAsync(email, known, request.Password, cancellationToken);

        note.By(user.Id);
        await sessions.MakeRoomAsync(user.Id, time.GetUtcNow(), cancellationToken);
        var tokens = session.Begin(user);

        await work.CommitAsync(cancellationToken);
        return tokens;
    }
}
