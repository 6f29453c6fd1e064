using Investr.Application.Pipeline;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using MediatR;

namespace Investr.Application.Valuation;

/// <summary>
/// What a portfolio is worth, at once and then whenever a price or an entry changes it. Ends when the viewer may see it no more.
/// </summary>
/// <param name="PortfolioId">The portfolio.</param>
public sealed record WatchValuation(PortfolioId PortfolioId) : IRequest<IAsyncEnumerable<PortfolioValue>>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

internal sealed class WatchValuationHandler(OpenValuations valuations, IViewer viewer)
    : IRequestHandler<WatchValuation, IAsyncEnumerable<PortfolioValue>>
{
    public Task<IAsyncEnumerable<PortfolioValue>> Handle(WatchValuation request, CancellationToken cancellationToken) =>
        Task.FromResult(valuations.WatchAsync(request.PortfolioId, viewer.RequiredId, CancellationToken.None));
}
