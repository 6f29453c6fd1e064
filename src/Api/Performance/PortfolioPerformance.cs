using Investr.Application.Performance;
using Investr.Domain.Market;
using Investr.Domain.Performance;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Performance;

/// <summary>How a portfolio did over time. Every field here reads the same history, made once a request.</summary>
[ExtendObjectType<Portfolio>]
internal static class PortfolioPerformance
{
    /// <summary>Total value over time in the base currency; nothing before the first entry.</summary>
    /// <param name="from">The first day; that of the first entry, if left out.</param>
    /// <param name="to">The last day; today, if left out.</param>
    /// <param name="interval">How far apart the points are: of each day, week or month the last.</param>
    [Cost(20)]
    [ListSize(AssumedSize = 1_000)]
    public static Task<IReadOnlyList<ValuePoint>> GetHistoryAsync(
        [Parent] Portfolio portfolio,
        DateOnly? from,
        DateOnly? to,
        IMediator mediator,
        CancellationToken cancellationToken,
        Interval interval = Interval.Day) =>
        mediator.Send(new ReadHistory(portfolio.Id, from, to, interval), cancellationToken);

    /// <summary>How well it did from the end of the first day to the end of the last.</summary>
    /// <param name="from">The first day; that of the first entry, if left out.</param>
    /// <param name="to">The last day; today, if left out.</param>
    /// <param name="benchmark">The id of an asset to compare with.</param>
    /// <param name="riskFreeRate">What is earned without risk in a year, as a fraction: 0.03 is 3 %.</param>
    [Cost(20)]
    public static Task<PerformanceAnalysis> GetPerformanceAsync(
        [Parent] Portfolio portfolio,
        DateOnly? from,
        DateOnly? to,
        AssetId? benchmark,
        IMediator mediator,
        CancellationToken cancellationToken,
        double riskFreeRate = 0) =>
        mediator.Send(new MeasurePerformance(portfolio.Id, from, to, benchmark, riskFreeRate), cancellationToken);

    /// <summary>Dividends, interest and rewards received, before fees and taxes, by month; months without any are left out.</summary>
    /// <param name="from">The first day; that of the first entry, if left out.</param>
    /// <param name="to">The last day; that of the last entry, if left out.</param>
    [ListSize(AssumedSize = 60)]
    public static Task<IReadOnlyList<IncomePoint>> GetIncomeAsync(
        [Parent] Portfolio portfolio, DateOnly? from, DateOnly? to, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new ListIncome(portfolio.Id, from, to), cancellationToken);

    /// <summary>Sales matched against the lots that they closed, for a tax return, in the order of time.</summary>
    /// <param name="from">The first day of sale; any, if left out.</param>
    /// <param name="to">The last day of sale; any, if left out.</param>
    /// <param name="method">How sales are matched with lots; the portfolio's own way, if left out. Nothing stored changes.</param>
    [ListSize(AssumedSize = 200)]
    public static Task<IReadOnlyList<RealizedGainValue>> GetRealizedGainsAsync(
        [Parent] Portfolio portfolio,
        DateOnly? from,
        DateOnly? to,
        CostBasisMethod? method,
        IMediator mediator,
        CancellationToken cancellationToken) =>
        mediator.Send(new ListRealizedGains(portfolio.Id, from, to, method), cancellationToken);
}
