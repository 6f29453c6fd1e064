using Investr.Domain.Market;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Market.Daily;

/// <summary>The newest runs of the market-data update.</summary>
/// <param name="First">How many; <see cref="MostRuns"/> at most.</param>
public sealed record ListMarketDataRuns(int First = 20) : IRequest<IReadOnlyList<MarketDataRun>>
{
    /// <summary>How many runs one call gives at most.</summary>
    public const int MostRuns = 200;
}

internal sealed class ListMarketDataRunsHandler(IMarketDataRuns runs) : IRequestHandler<ListMarketDataRuns, IReadOnlyList<MarketDataRun>>
{
    public Task<IReadOnlyList<MarketDataRun>> Handle(ListMarketDataRuns request, CancellationToken cancellationToken) =>
        runs.ListAsync(Math.Clamp(request.First, 0, ListMarketDataRuns.MostRuns), cancellationToken);
}

/// <summary>A run of the market-data update; null where there is none, and for all but analysts and administrators.</summary>
/// <param name="Id">The run.</param>
public sealed record GetMarketDataRun(MarketDataRunId Id) : IRequest<MarketDataRun?>;

internal sealed class GetMarketDataRunHandler(IMarketDataRuns runs, IViewer viewer) : IRequestHandler<GetMarketDataRun, MarketDataRun?>
{
    public Task<MarketDataRun?> Handle(GetMarketDataRun request, CancellationToken cancellationToken) =>
        viewer.IsIn(Role.Analyst) || viewer.IsIn(Role.Admin) ? runs.FindAsync(request.Id, cancellationToken) : Task.FromResult<MarketDataRun?>(null);
}
