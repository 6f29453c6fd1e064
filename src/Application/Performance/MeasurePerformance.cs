using Investr.Application.Market;
using Investr.Application.Pipeline;
using Investr.DataLoader;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Performance;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using MediatR;

namespace Investr.Application.Performance;

/// <summary>How well a portfolio did over a period.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="From">The first day; that of the first entry, if left out.</param>
/// <param name="To">The last day; today, if left out.</param>
/// <param name="Benchmark">The asset to compare with.</param>
/// <param name="RiskFreeRate">What is earned without risk in a year, as a fraction.</param>
public sealed record MeasurePerformance(
    PortfolioId PortfolioId, DateOnly? From = null, DateOnly? To = null, AssetId? Benchmark = null, double RiskFreeRate = 0)
    : IRequest<PerformanceAnalysis>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

internal sealed class MeasurePerformanceValidator(TimeProvider time) : IValidator<MeasurePerformance>
{
    private const double MostRate = 10;

    public IEnumerable<InputFault> FaultsOf(MeasurePerformance request)
    {
        if (request.RiskFreeRate is not (> -1 and <= MostRate))
            yield return new(["riskFreeRate"], $"A rate is a fraction above -1 and at most {MostRate}: 0.03 is 3 %.");

        // Nothing is known of the days after today.
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        foreach (var fault in DayRange.FaultsOf(request.From, request.To < today ? request.To : today)) yield return fault;
    }
}

internal sealed class MeasurePerformanceHandler(HistoryLoader histories, IAssetLoader assets, IPriceSeriesLoader prices, IViewer viewer)
    : IRequestHandler<MeasurePerformance, PerformanceAnalysis>
{
    // The last close before the first day is what the benchmark begins with.
    private const int DaysBefore = 14;

    public async Task<PerformanceAnalysis> Handle(MeasurePerformance request, CancellationToken cancellationToken)
    {
        var history = await histories.LoadRequiredAsync(request.PortfolioId, cancellationToken);
        var benchmark = request.Benchmark is { } id ? await FindBenchmarkAsync(id, history, cancellationToken) : null;
        return PerformanceAnalysis.Of(history, request.From, request.To, benchmark, request.RiskFreeRate);
    }

    private async Task<Benchmark> FindBenchmarkAsync(AssetId id, ValueHistory history, CancellationToken cancellationToken)
    {
        if (await assets.LoadAsync(id, cancellationToken) is not { } asset || (asset.OwnerId is { } owner && owner != viewer.RequiredId))
            throw new RefusedException(new NotFound("asset"));

        var from = (history.FirstDay ?? history.UpTo).AddDays(-DaysBefore);
        var closes = await prices.LoadAsync(new PriceSeriesKey(id, from, history.UpTo), cancellationToken);
        return new(asset, (closes ?? new PriceSeries(id, [])).AdjustedFor(asset.Splits));
    }
}
