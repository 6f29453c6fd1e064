using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>The line to one source. Every call goes through it: limits, time-out, second attempts, and silence while it is down.</summary>
internal sealed partial class SourceLine
{
    private const int MostRetries = 2;

    private static readonly ResiliencePropertyKey<Urgency> UrgencyKey = new("urgency");

    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly RetryBudget _retries = new();
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline _attempts;
    private readonly ResiliencePipeline _attempt;

    internal SourceLine(IMarketDataSource source, TimeProvider clock, ILogger logger)
    {
        (Source, _clock, _logger) = (source, clock, logger);
        Budget = new CallBudget(source.Capabilities.Limits, clock);
        Absences = new Absences(clock);
        Statistics = new SourceStatistics(source.Name, clock);
        _attempts = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(Retrying()).Build();
        _attempt = new ResiliencePipelineBuilder { TimeProvider = clock }.AddCircuitBreaker(Breaking()).AddTimeout(TimingOut()).Build();
    }

    internal IMarketDataSource Source { get; }

    internal CallBudget Budget { get; }

    internal Absences Absences { get; }

    internal SourceStatistics Statistics { get; }

    /// <summary>Whether it is left alone for a while, because it failed too often.</summary>
    internal bool IsBroken => _circuit.CircuitState == CircuitState.Open && Budget.HeldUntil is not null;

    /// <summary>Makes one call, and makes it again where that may help.</summary>
    /// <exception cref="SourceException">It failed, whatever the reason, or there was no turn for it.</exception>
    internal async Task<T> CallAsync<T>(SourceCall<T> call, Urgency urgency, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(UrgencyKey, urgency);
        try
        {
            return await _attempts.ExecuteAsync(
                static (attempts, state) => state.Line.AttemptAsync(state.Call, attempts), context, (Line: this, Call: call));
        }
        catch (Exception refused) when (refused is NoTurnException or BrokenCircuitException)
        {
            throw IsBroken
                ? new SourceException(SourceFault.Transient, $"{Source.Name} is down and was not asked.", refused)
                : new SourceException(SourceFault.RateLimited, $"{Source.Name} was not asked: its limits are used up.", refused);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<T> AttemptAsync<T>(SourceCall<T> call, ResilienceContext context)
    {
        if (!await Budget.TakeAsync(call.Credits, UrgencyOf(context), context.CancellationToken)) throw new NoTurnException();

        var started = _clock.GetTimestamp();
        try
        {
            var answer = await _attempt.ExecuteAsync(
                static async (attempt, state) =>
                {
                    state.Line.Statistics.Asked(state.Call.Symbols);
                    return await state.Call.MakeAsync(state.Line.Source, attempt.CancellationToken);
                },
                context,
                (Line: this, Call: call));

            foreach (var left in call.LeftOf(answer)) Budget.Correct(left);
            Statistics.Succeeded(_clock.GetElapsedTime(started));
            _retries.Earn();
            return answer;
        }
        catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested && exception is not BrokenCircuitException)
        {
            var failure = SourceFailure.Of(exception, Source.Name);
            Statistics.Failed(failure, _clock.GetElapsedTime(started));
            LogFailed(_logger, failure, Source.Name, call.Symbols);
            Heed(failure);
            throw failure;
        }
    }

    private void Heed(SourceException failure)
    {
        foreach (var left in failure.Left) Budget.Correct(left);

        var remedy = FaultTable.For(failure.Fault);
        if (failure.RetryAfter is { } time && time > TimeSpan.Zero) Budget.HoldFor(time);
        else if (remedy.HoldUntilRenewed) Budget.HoldUntilRenewed();
        else Budget.HoldFor(remedy.Hold);
    }

    // Where the source is held, the wait for a turn is the delay, if it is not too long. What fails in this process fails again.
    private RetryStrategyOptions Retrying() => new()
    {
        MaxRetryAttempts = MostRetries,
        Delay = TimeSpan.FromMilliseconds(200),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        DelayGenerator = _ => new(Budget.HeldUntil is null ? null : TimeSpan.Zero),
        ShouldHandle = attempt => new(
            attempt.Outcome.Exception is SourceException failure && attempt.AttemptNumber < MostRetries
            && FaultTable.For(failure.Fault).Retry && !Source.Capabilities.IsLocal
            && HoldEndsWithin(UrgencyOf(attempt.Context).Patience) && _retries.TrySpend()),
    };

    private bool HoldEndsWithin(TimeSpan patience) => Budget.HeldUntil is not { } until || until - _clock.GetUtcNow() <= patience;

    // While it is open the budget is held too, so that nothing is spent on calls that are not made.
    private CircuitBreakerStrategyOptions Breaking() => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 5,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(30),
        StateProvider = _circuit,
        ShouldHandle = attempt => new(
            attempt.Outcome.Exception is { } exception && !attempt.Context.CancellationToken.IsCancellationRequested
            && FaultTable.For(SourceFailure.Of(exception, Source.Name).Fault).IsOutage),
        OnOpened = opened =>
        {
            Budget.HoldFor(opened.BreakDuration);
            return default;
        },
    };

    private static TimeoutStrategyOptions TimingOut() => new() { TimeoutGenerator = call => new(UrgencyOf(call.Context).Timeout) };

    private static Urgency UrgencyOf(ResilienceContext context) => context.Properties.GetValue(UrgencyKey, Urgency.Interactive);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} failed a call for {Symbols} symbols.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string source, int symbols);

    private sealed class NoTurnException : Exception;
}
