using Investr.Application.Pipeline;
using Investr.DataLoader;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using MediatR;

namespace Investr.Application.Performance;

/// <summary>What a portfolio was worth over time, in its base currency.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="From">The first day; that of the first entry, if left out.</param>
/// <param name="To">The last day; today, if left out.</param>
/// <param name="Interval">How far apart the points are: of each day, week or month the last.</param>
public sealed record ReadHistory(PortfolioId PortfolioId, DateOnly? From = null, DateOnly? To = null, Interval Interval = Interval.Day)
    : IRequest<IReadOnlyList<ValuePoint>>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

internal sealed class ReadHistoryValidator : IValidator<ReadHistory>
{
    public IEnumerable<InputFault> FaultsOf(ReadHistory request) => DayRange.FaultsOf(request.From, request.To);
}

internal sealed class ReadHistoryHandler(HistoryLoader histories) : IRequestHandler<ReadHistory, IReadOnlyList<ValuePoint>>
{
    public async Task<IReadOnlyList<ValuePoint>> Handle(ReadHistory request, CancellationToken cancellationToken) =>
        (await histories.LoadRequiredAsync(request.PortfolioId, cancellationToken)).Between(request.From, request.To, request.Interval);
}
