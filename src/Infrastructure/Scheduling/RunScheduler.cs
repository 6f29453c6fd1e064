using Investr.Application.Market.Daily;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Investr.Infrastructure.Scheduling;

/// <summary>
/// Quartz, made when it is needed: a moment after the host has started, so that nobody's first answer waits for it, or when somebody asks
/// for a run where runs do not come by themselves.
/// </summary>
internal sealed partial class RunScheduler(
    IServiceProvider services, ISchedulerStore store, CloseSchedule schedule, DailyUpdateOptions options, TimeProvider clock,
    ILoggerFactory loggers, ILogger<RunScheduler> logger)
    : BackgroundService, IRunQueue, IHealthCheck
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _making = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private IScheduler? _scheduler;
    private bool _failed;

    /// <summary>Whether every exchange has its trigger.</summary>
    internal bool IsFilled { get; private set; }

    public async Task WakeAsync(CancellationToken cancellationToken) =>
        await (await StartedAsync(cancellationToken)).TriggerJob(CloseSchedule.Job, cancellationToken: cancellationToken);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_failed
            ? HealthCheckResult.Degraded("The scheduler did not start; market data are not updated by themselves.")
            : HealthCheckResult.Healthy());

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _stopping.CancelAsync();
        if (_scheduler is { } scheduler) await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    public override void Dispose()
    {
        _making.Dispose();
        _stopping.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Enabled) return;

        try
        {
            await Task.Delay(AfterStart, clock, stoppingToken);
            var scheduler = await StartedAsync(stoppingToken);
            await schedule.FillAsync(scheduler, stoppingToken);
            IsFilled = true;

            // What was cut off is finished now and not after the next close.
            await WakeAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            _failed = true;
            LogFailed(logger, failure);
        }
    }

    private async Task<IScheduler> StartedAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is { } started) return started;

        await _making.WaitAsync(cancellationToken);
        try
        {
            return _scheduler ??= await MakeAsync(cancellationToken);
        }
        finally
        {
            _making.Release();
        }
    }

    private async Task<IScheduler> MakeAsync(CancellationToken cancellationToken)
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(loggers);
            quartz.UseTimeProvider(clock);
            quartz.UseDefaultThreadPool(1);
            quartz.AddJobType(_ => new StoppableJob(services.GetRequiredService<RunJob>(), _stopping.Token));
            quartz.UsePersistentStore(tables =>
            {
                store.Use(tables);
                tables.ProvisionSchema();
            });
        }).BuildScheduler(cancellationToken);

        var job = JobBuilder.Create<StoppableJob>().WithIdentity(CloseSchedule.Job).StoreDurably().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        await scheduler.Start(cancellationToken);
        return scheduler;
    }

    [LoggerMessage(LogLevel.Error, "The scheduler did not start; market data are not updated by themselves.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}

/// <summary>Ends with the host: a run that is cut off so is taken up at the next start.</summary>
[DisallowConcurrentExecution]
internal sealed class StoppableJob(RunJob job, CancellationToken stopping) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        try
        {
            await job.Execute(context, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The run stays open.
        }
    }
}
