using Investr.Application.Market;
using Investr.Application.Pipeline;
using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using MediatR;

namespace Investr.Application.Performance;

/// <summary>Dividends, interest and rewards of a portfolio by month, in its base currency.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="From">The first day; that of the first entry, if left out.</param>
/// <param name="To">The last day; that of the last entry, if left out.</param>
public sealed record ListIncome(PortfolioId PortfolioId, DateOnly? From = null, DateOnly? To = null)
    : IRequest<IReadOnlyList<IncomePoint>>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

internal sealed class ListIncomeValidator : IValidator<ListIncome>
{
    public IEnumerable<InputFault> FaultsOf(ListIncome request) => DayRange.FaultsOf(request.From, request.To);
}

internal sealed class ListIncomeHandler(IPortfolioLoader portfolios, IPositionsLoader positions, IExchangeRateBook rates)
    : IRequestHandler<ListIncome, IReadOnlyList<IncomePoint>>
{
    public async Task<IReadOnlyList<IncomePoint>> Handle(ListIncome request, CancellationToken cancellationToken)
    {
        var portfolio = await portfolios.FindAsync(request.PortfolioId, cancellationToken);
        var held = await positions.LoadRequiredAsync(new PositionsKey(portfolio.Id), cancellationToken);
        return IncomeByMonth.Of(held, await rates.ReadAsync(cancellationToken), portfolio.BaseCurrency, request.From, request.To);
    }
}
