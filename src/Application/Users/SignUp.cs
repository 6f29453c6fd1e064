using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Monetary;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Opens an account and signs in with it.</summary>
/// <param name="Email">The address with which the user will sign in.</param>
/// <param name="Password">Twelve characters or more, and not a common password.</param>
/// <param name="DisplayName">The name that others see.</param>
/// <param name="BaseCurrency">The currency in which amounts across portfolios are shown.</param>
public sealed record SignUp(string Email, string Password, string DisplayName, Currency BaseCurrency) : IRequest<IssuedTokens>, IAudited, ISignInRequest
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Users;

    /// <summary>The request's name; what is in it is not for logs.</summary>
    public override string ToString() => nameof(SignUp);
}

internal sealed class SignUpValidator : IValidator<SignUp>
{
    public IEnumerable<InputFault> FaultsOf(SignUp request)
    {
        if (!EmailAddress.TryParse(request.Email, out _)) yield return new(["email"], "This is not an e-mail address.");

        foreach (var fault in PasswordRules.FaultsOf(request.Password, request.Email)) yield return new(["password"], fault);

        if (User.FaultOfName(request.DisplayName) is { } nameFault) yield return new(["displayName"], nameFault);
        if (request.BaseCurrency == Currency.None) yield return new(["baseCurrency"], "A currency is needed.");
    }
}

internal sealed class SignUpHandler(
    IUserRepository users, IPasswordHasher passwords, SessionStart session, AuditNote note, IUnitOfWork work, TimeProvider time)
    : IRequestHandler<SignUp, IssuedTokens>
{
    public async Task<IssuedTokens> Handle(SignUp request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(request.Email);

        // Two who ask at the same moment both get past this; the database turns down the later of them with the same refusal.
        if (await users.FindByEmailAsync(email, cancellationToken) is not null) throw new RefusedException(new EmailTaken(email));

        var user = User.SignUp(
            email, request.DisplayName, passwords.Hash(request.Password), request.BaseCurrency, time.GetUtcNow());

        users.Add(user);
        note.By(user.Id);
        note.Concerns(AuditSubject.Of(user.Id));
        var tokens = session.Begin(user);

        await work.CommitAsync(cancellationToken);
        return tokens;
    }
}
