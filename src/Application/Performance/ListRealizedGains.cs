using Investr.Application.Market;
using Investr.Application.Pipeline;
using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using MediatR;

namespace Investr.Application.Performance;

/// <summary>Sales of a portfolio matched against the lots that they closed, in its base currency.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="From">The first day of sale; any, if left out.</param>
/// <param name="To">The last day of sale; any, if left out.</param>
/// <param name="Method">How sales are matched with lots; by the portfolio's own method, if left out. Nothing stored changes.</param>
public sealed record ListRealizedGains(PortfolioId PortfolioId, DateOnly? From = null, DateOnly? To = null, CostBasisMethod? Method = null)
    : IRequest<IReadOnlyList<RealizedGainValue>>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

internal sealed class ListRealizedGainsValidator : IValidator<ListRealizedGains>
{
    public IEnumerable<InputFault> FaultsOf(ListRealizedGains request) => DayRange.FaultsOf(request.From, request.To);
}

internal sealed class ListRealizedGainsHandler(IPortfolioLoader portfolios, IPositionsLoader positions, IExchangeRateBook rates)
    : IRequestHandler<ListRealizedGains, IReadOnlyList<RealizedGainValue>>
{
    public async Task<IReadOnlyList<RealizedGainValue>> Handle(ListRealizedGains request, CancellationToken cancellationToken)
    {
        var portfolio = await portfolios.FindAsync(request.PortfolioId, cancellationToken);
        var held = await positions.LoadRequiredAsync(new PositionsKey(portfolio.Id, Method: request.Method), cancellationToken);
        return RealizedGains.Of(held, await rates.ReadAsync(cancellationToken), portfolio.BaseCurrency, request.From, request.To);
    }
}
