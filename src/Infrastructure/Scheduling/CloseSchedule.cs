using Investr.Application.Market.Daily;
using Investr.Domain.Market.Calendars;
using Quartz;

namespace Investr.Infrastructure.Scheduling;

/// <summary>One trigger for each exchange, due some time after its next close; it is set anew each time, so that no change of clocks shifts it.</summary>
internal sealed class CloseSchedule(IMarketDataRuns runs, DailyUpdateOptions options, TimeProvider clock)
{
    private const string Exchange = "exchange";

    internal static readonly JobKey Job = new("market data", "investr");

    /// <summary>Exchange rates come first, then what is traded.</summary>
    internal static IEnumerable<TradingCalendar> Calendars => TradingCalendars.All.Prepend(TradingCalendars.Target);

    /// <summary>The exchange that a trigger is for; null for one that is not for any.</summary>
    internal static TradingCalendar? CalendarOf(IJobExecutionContext context) =>
        context.MergedJobDataMap.GetString(Exchange) is { } name ? TradingCalendars.Find(name) : null;

    /// <summary>The last day of an exchange whose run is due by now.</summary>
    internal DateOnly LastDue(TradingCalendar calendar) => calendar.LastClosed(clock.GetUtcNow() - options.Lag);

    /// <summary>Sees to it that every exchange has its trigger. One that is there stays, and fires at once where its time has passed meanwhile.</summary>
    internal async Task FillAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        foreach (var calendar in Calendars)
        {
            // A trigger is gone where the process ended while it was served: what is due then is told by what was done.
            var done = await runs.LastDayAsync(calendar.Name, cancellationToken) ?? LastDue(calendar);
            await scheduler.ScheduleTrigger(TriggerAfter(calendar, done), TriggerConflict.Keep, cancellationToken);
        }
    }

    /// <summary>Sets the trigger of an exchange to its next close.</summary>
    internal async Task RenewAsync(IScheduler scheduler, TradingCalendar calendar, CancellationToken cancellationToken) =>
        await scheduler.ScheduleTrigger(TriggerAfter(calendar, LastDue(calendar)), TriggerConflict.Replace, cancellationToken);

    private ITrigger TriggerAfter(TradingCalendar calendar, DateOnly done) => TriggerBuilder.Create(clock)
        .WithIdentity(calendar.Name, "closes")
        .ForJob(Job)
        .UsingJobData(Exchange, calendar.Name)
        .StartAt(calendar.CloseOf(calendar.NextTradingDay(done)) + options.Lag)
        .Build();
}
