using Investr.Domain;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Pipeline;

/// <summary>
/// Refuses requests about portfolios that the viewer may not make. To a stranger the portfolio does not exist; a member who may
/// see it, but not do this, is told so.
/// </summary>
internal sealed class PortfolioAccessBehavior<TRequest, TResponse>(IViewer viewer, IPortfolioAccess access)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is IPortfolioRequest about ? CheckedAsync(about, next, cancellationToken) : next();

    private async Task<TResponse> CheckedAsync(
        IPortfolioRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var held = await access.FindAsync(request.PortfolioId, viewer.RequiredId, cancellationToken)
            ?? throw new RefusedException(new NotFound("portfolio"));

        if (held < request.Needs) throw new RefusedException(new AccessTooLow(held, request.Needs));
        return await next();
    }
}

/// <summary>A member of a portfolio asked for more than the owner allowed them.</summary>
/// <param name="Held">What they may do.</param>
/// <param name="Needed">What this takes.</param>
public sealed record AccessTooLow(AccessLevel Held, AccessLevel Needed) : Refusal("AUTH_NOT_AUTHORIZED")
{
    /// <inheritdoc/>
    public override string Message =>
        $"This takes {NameOf(Needed)} access to the portfolio; the owner has given you {NameOf(Held)} access.";

    private static string NameOf(AccessLevel level) => level.ToString().ToLowerInvariant();
}
