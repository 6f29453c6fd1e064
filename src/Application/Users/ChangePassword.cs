using Investr.Application.Auditing;
using Investr.Domain;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Changes the viewer's password: every device is signed out, and this one signed in anew.</summary>
/// <param name="CurrentPassword">The password until now.</param>
/// <param name="NewPassword">Twelve characters or more, and not a common password.</param>
public sealed record ChangePassword(string CurrentPassword, string NewPassword) : IRequest<IssuedTokens>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Users;

    /// <summary>The request's name; what is in it is not for logs.</summary>
    public override string ToString() => nameof(ChangePassword);
}

internal sealed class ChangePasswordHandler(
    IViewer viewer, IUserRepository users, IPasswordHasher passwords, PasswordProof proof, SessionStart start, SessionEnd end)
    : IRequestHandler<ChangePassword, IssuedTokens>
{
    public async Task<IssuedTokens> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(viewer.RequiredId, cancellationToken) ?? throw new NotSignedInException();
        List<InputFault> faults = [.. FaultsOf(request, user)];
        if (faults.Count > 0) throw new RefusedException(new ValidationRefusal(faults));

        await proof.OfAsync(user.Email, user, request.CurrentPassword, cancellationToken);
        var hash = passwords.Hash(request.NewPassword);
        return await end.WithAsync(user.Id, which: null, ChangeAsync, cancellationToken);

        async Task<IssuedTokens> ChangeAsync()
        {
            var changed = await users.FindAsync(user.Id, cancellationToken) ?? throw new NotSignedInException();
            changed.ChangePassword(hash);
            return start.Begin(changed);
        }
    }

    private static IEnumerable<InputFault> FaultsOf(ChangePassword request, User user)
    {
        foreach (var fault in PasswordRules.FaultsOf(request.NewPassword, user.Email.Value)) yield return new(["newPassword"], fault);
        if (request.NewPassword == request.CurrentPassword) yield return new(["newPassword"], "This is the password until now.");
    }
}
