using Investr.Application.Market;
using Investr.Application.Pipeline;
using Investr.Application.Valuation;
using Investr.Domain.Diversification;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using MediatR;

namespace Investr.Application.Diversification;

/// <summary>How well spread a portfolio is, and why; its risk by the daily closes of up to a year.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="AsOf">The end of that day; now, if left out.</param>
/// <param name="LookThrough">Whether a fund counts as what it holds; otherwise as one asset.</param>
public sealed record AnalyzeDiversification(PortfolioId PortfolioId, DateOnly? AsOf = null, bool LookThrough = true)
    : IRequest<DiversificationAnalysis>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

internal sealed class AnalyzeDiversificationHandler(ValuationLoader values, FundContents funds, IPriceSeriesLoader prices)
    : IRequestHandler<AnalyzeDiversification, DiversificationAnalysis>
{
    public async Task<DiversificationAnalysis> Handle(AnalyzeDiversification request, CancellationToken cancellationToken)
    {
        var value = await values.FindAsync(new(request.PortfolioId, request.AsOf), cancellationToken);
        var history = LoadHistoryAsync(value, cancellationToken);
        var named = await funds.LoadAsync(value, request.LookThrough, cancellationToken);
        return DiversificationScore.Of(value, named, await history, request.LookThrough);
    }

    private async Task<ReturnHistory> LoadHistoryAsync(PortfolioValue value, CancellationToken cancellationToken)
    {
        var to = DateOnly.FromDateTime(value.AsOf.UtcDateTime);
        var keys = value.Holdings.Select(holding => new PriceSeriesKey(holding.Asset.Id, to.AddYears(-1), to)).ToArray();
        var series = await prices.LoadAsync(keys, cancellationToken);
        return ReturnHistory.FromPrices(series.OfType<PriceSeries>());
    }
}
