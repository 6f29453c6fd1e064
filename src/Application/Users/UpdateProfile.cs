using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Monetary;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Users;

/// <summary>Changes what the viewer is called and in which currency they see their amounts; what is left out stays.</summary>
/// <param name="DisplayName">The name that others see.</param>
/// <param name="BaseCurrency">The currency in which amounts across portfolios are shown.</param>
public sealed record UpdateProfile(string? DisplayName = null, Currency? BaseCurrency = null) : IRequest<User>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Users;

    /// <summary>The request's name; a person's name is not for logs.</summary>
    public override string ToString() => nameof(UpdateProfile);
}

internal sealed class UpdateProfileValidator : IValidator<UpdateProfile>
{
    public IEnumerable<InputFault> FaultsOf(UpdateProfile request)
    {
        if (request.DisplayName is { } name && User.FaultOfName(name) is { } fault) yield return new(["displayName"], fault);
        if (request.BaseCurrency == Currency.None) yield return new(["baseCurrency"], "A currency is needed.");
    }
}

internal sealed class UpdateProfileHandler(IViewer viewer, IUserRepository users, IUserLoader loaded, AuditNote note, IUnitOfWork work)
    : IRequestHandler<UpdateProfile, User>
{
    public async Task<User> Handle(UpdateProfile request, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(viewer.RequiredId, cancellationToken) ?? throw new NotSignedInException();
        note.Concerns(AuditSubject.Of(user.Id));
        if (request.DisplayName is { } name) user.Rename(name);
        if (request.BaseCurrency is { } currency) user.UseCurrency(currency);

        await work.CommitAsync(cancellationToken);
        loaded.ClearCache();
        return user;
    }
}
