using Investr.Application.Market.Daily;
using Investr.Domain.Market;
using Investr.Domain.Market.Calendars;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Investr.Infrastructure.Scheduling;

/// <summary>
/// Carries out runs, one at a time in all processes together. A run that is open when it begins was asked for by hand or cut off, and is
/// carried out first; then comes the one after the close that it was fired for.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class RunJob(
    DailyUpdate update, IMarketDataRuns runs, CloseSchedule schedule, TimeProvider clock, ILogger<RunJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var calendar = CloseSchedule.CalendarOf(context);
        try
        {
            await CarryOutOpenAsync(cancellationToken);
            if (calendar is not null) await RunAfterCloseAsync(calendar, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogBrokeOff(logger, failure);
        }

        if (calendar is not null) await schedule.RenewAsync(context.Scheduler, calendar, cancellationToken);
    }

    private async Task<bool> CarryOutOpenAsync(CancellationToken cancellationToken)
    {
        if (await runs.FindOpenAsync(cancellationToken) is not { } open) return false;

        await CarryOutAsync(open, cancellationToken);
        return true;
    }

    private async Task RunAfterCloseAsync(TradingCalendar calendar, CancellationToken cancellationToken)
    {
        var day = schedule.LastDue(calendar);

        // A clock that was put back does not have a day done twice.
        if (await runs.LastDayAsync(calendar.Name, cancellationToken) >= day) return;

        var run = MarketDataRun.AfterClose(calendar, day, clock.GetUtcNow());
        if (calendar != TradingCalendars.Target && (await update.AssetsOfAsync(run, cancellationToken)).Count == 0) return;

        // Somebody may have asked for a run meanwhile, which has the turn then.
        while (!await runs.TryBeginAsync(run, note: null, cancellationToken))
        {
            if (!await CarryOutOpenAsync(cancellationToken)) return;
        }

        await CarryOutAsync(run, cancellationToken);
    }

    private async Task CarryOutAsync(MarketDataRun run, CancellationToken cancellationToken)
    {
        await update.CarryOutAsync(run, cancellationToken);
        LogDone(logger, run.Id, run.Exchange ?? "all", run.Status, run.AssetsUpdated, run.AssetsFailed, run.ProviderCalls);
    }

    [LoggerMessage(LogLevel.Information, "Market data run {Run} of {Exchange}: {Status}, {Updated} updated, {Failed} failed, {Calls} calls.")]
    private static partial void LogDone(
        ILogger logger, MarketDataRunId run, string exchange, RunStatus status, int updated, int failed, int calls);

    [LoggerMessage(LogLevel.Error, "A market data run broke off; the next close is waited for.")]
    private static partial void LogBrokeOff(ILogger logger, Exception failure);
}
