using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Application.Users;
using Investr.Domain;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>Lets somebody with an account see a portfolio, or record in it; who has access already has this one from now on.</summary>
/// <remarks>
/// An address without an account is refused as not found. That tells whether there is an account, as signing up does; sharing
/// could not work without it, for there are no invitations.
/// </remarks>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="Email">The address with which they sign in.</param>
/// <param name="Access">What they may do.</param>
public sealed record SharePortfolio(PortfolioId PortfolioId, string Email, AccessLevel Access) : IRequest<Portfolio>, IPortfolioRequest, IAudited
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Owner;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(PortfolioId);

    /// <summary>The request's name; an address is not for logs.</summary>
    public override string ToString() => nameof(SharePortfolio);
}

internal sealed class SharePortfolioValidator : IValidator<SharePortfolio>
{
    public IEnumerable<InputFault> FaultsOf(SharePortfolio request)
    {
        if (!EmailAddress.TryParse(request.Email, out _)) yield return new(["email"], "This is not an e-mail address.");
        if (request.Access == AccessLevel.Owner) yield return new(["access"], "A portfolio has one owner; give VIEWER or EDITOR access.");
    }
}

internal sealed class SharePortfolioHandler(PortfolioChanges changes, IUserRepository users, AuditNote note)
    : IRequestHandler<SharePortfolio, Portfolio>
{
    public async Task<Portfolio> Handle(SharePortfolio request, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(EmailAddress.Parse(request.Email), cancellationToken)
            ?? throw new RefusedException(new NotFound("account"));

        note.Mention($"{request.Access} for {AuditSubject.Of(user.Id)}");
        return await changes.ChangeAsync(
            request.PortfolioId, version: null, portfolio => portfolio.Share(user.Id, request.Access), cancellationToken);
    }
}
