using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Calls;
using Investr.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Investr.Infrastructure.Tests.MarketData.Calls;

public sealed class SourceLineTests
{
    private static readonly Listing[] Asked = [SimulatedWorld.Listing("AAPL"), SimulatedWorld.Listing("MSFT")];

    private readonly FakeClock _clock = new();
    private readonly ScriptedSource _source;
    private readonly SourceLine _line;

    public SourceLineTests()
    {
        _source = new ScriptedSource(_clock);
        _line = new SourceLine(_source, _clock, NullLogger.Instance);
    }

    [Fact]
    public async Task What_fails_once_is_tried_again_after_a_little_while()
    {
        _source.NextFails(SourceFault.Transient);
        var began = _clock.Now;

        var answer = await _clock.PassUntilAsync(AskAsync(Urgency.Interactive));

        Assert.Equal(2, answer.Found.Count);
        Assert.Equal(2, _source.Calls.Count);
        Assert.InRange(_clock.Now - began, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal((2, 4), (_line.Statistics.Calls, _line.Statistics.SymbolsAsked));
    }

    [Fact]
    public async Task What_keeps_failing_is_tried_three_times()
    {
        _source.IsDown = true;

        var failure = await Assert.ThrowsAsync<SourceException>(() => _clock.PassUntilAsync(AskAsync(Urgency.Interactive)));

        Assert.Equal(SourceFault.Transient, failure.Fault);
        Assert.Equal(3, _source.Calls.Count);
        Assert.True(_line.Statistics.IsFailing);
    }

    [Fact]
    public async Task A_source_that_does_not_answer_is_given_up_in_time()
    {
        for (var i = 0; i < 3; i++) _source.Next(cancellation => Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellation));
        var began = _clock.Now;

        var failure = await Assert.ThrowsAsync<SourceException>(() => _clock.PassUntilAsync(AskAsync(Urgency.Interactive)));

        Assert.Equal(SourceFault.Transient, failure.Fault);
        // Three times five seconds, and the waits between.
        Assert.InRange(_clock.Now - began, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(18));
    }

    [Fact]
    public async Task It_waits_as_long_as_the_source_wants_if_it_has_the_time()
    {
        _source.NextFails(SourceFault.RateLimited, TimeSpan.FromSeconds(40));
        var began = _clock.Now;

        var answer = await _clock.PassUntilAsync(AskAsync(Urgency.Background));

        Assert.Equal(2, answer.Found.Count);
        Assert.InRange(_clock.Now - began, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(42));
        Assert.Equal(1, _line.Statistics.RateLimited);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(null)]
    public async Task Who_is_in_a_hurry_does_not_wait_and_nobody_else_asks_meanwhile(int? retryAfter)
    {
        _source.NextFails(SourceFault.RateLimited, retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

        await Assert.ThrowsAsync<SourceException>(() => _clock.PassUntilAsync(AskAsync(Urgency.Interactive)));
        var second = await Assert.ThrowsAsync<SourceException>(() => _clock.PassUntilAsync(AskAsync(Urgency.Interactive)));

        Assert.Equal(SourceFault.RateLimited, second.Fault);
        Assert.Single(_source.Calls);
        // Where it does not say how long, a minute.
        _clock.Advance(TimeSpan.FromSeconds(retryAfter ?? 60));
        Assert.Equal(2, (await AskAsync(Urgency.Interactive)).Found.Count);
    }

    [Fact]
    public async Task A_used_up_day_is_over_at_midnight()
    {
        var source = new ScriptedSource(_clock) { Capabilities = new() { Quotes = new Offer(50), Limits = [new(LimitWindow.Day, 800)] } };
        var line = new SourceLine(source.NextFails(SourceFault.QuotaExhausted), _clock, NullLogger.Instance);

        await Assert.ThrowsAsync<SourceException>(() => AskAsync(Urgency.Background, line));

        Assert.Equal(new DateTimeOffset(_clock.Now.Date.AddDays(1), TimeSpan.Zero), line.Budget.HeldUntil);
    }

    [Fact]
    public async Task A_wrong_key_is_not_tried_again_for_a_quarter_of_an_hour()
    {
        _source.NextFails(SourceFault.Unauthorized);

        await Assert.ThrowsAsync<SourceException>(() => AskAsync(Urgency.Interactive));
        await Assert.ThrowsAsync<SourceException>(() => AskAsync(Urgency.Interactive));

        Assert.Single(_source.Calls);
        Assert.Equal(_clock.Now.AddMinutes(15), _line.Budget.HeldUntil);
    }

    [Fact]
    public async Task A_source_that_is_down_is_left_alone_and_then_asked_once()
    {
        _source.IsDown = true;
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAsync<SourceException>(() => _clock.PassUntilAsync(AskAsync(Urgency.Interactive)));

        Assert.True(_line.IsBroken);
        // Half of five calls and more: the fifth opens the circuit.
        Assert.Equal(5, _source.Calls.Count);

        _source.IsDown = false;
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, (await AskAsync(Urgency.Interactive)).Found.Count);
        Assert.False(_line.IsBroken);
    }

    [Fact]
    public async Task Second_attempts_end_when_there_were_too_many()
    {
        // Two failures for each ten calls do not open the circuit, yet each failure costs a second attempt.
        for (var i = 0; i < 200; i++)
        {
            if (i % 3 == 0) _source.NextFails(SourceFault.Transient);
            else _source.Next(_ => Task.CompletedTask);
        }

        var failed = 0;
        for (var i = 0; i < 100; i++)
        {
            try
            {
                await _clock.PassUntilAsync(AskAsync(Urgency.Interactive), TimeSpan.FromSeconds(1));
            }
            catch (SourceException)
            {
                failed++;
            }
        }

        // Ten attempts to begin with, and one for each five calls that succeed: fewer than there were failures.
        Assert.InRange(failed, 1, 40);
    }

    [Fact]
    public async Task What_the_answer_says_is_left_is_heeded()
    {
        var source = new ScriptedSource(_clock) { Capabilities = new() { Quotes = new Offer(50), Limits = [new(LimitWindow.Minute, 8)] } };
        var line = new SourceLine(source, _clock, NullLogger.Instance);
        var call = new SourceCall<SourceAnswer<Quote>>(
            1, 2, async (asked, cancellation) => (await asked.GetQuotesAsync(Asked, cancellation)) with { Left = [new(LimitWindow.Minute, 3)] }, answer => answer.Left);

        await line.CallAsync(call, Urgency.Interactive, CancellationToken.None);

        Assert.Equal(3, line.Budget.Left()[0].Left);
    }

    [Fact]
    public async Task Who_cancels_is_obeyed_and_nothing_is_held_against_the_source()
    {
        using var leaving = new CancellationTokenSource();
        _source.Next(cancellation => Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellation));
        var asking = AskAsync(Urgency.Interactive, cancellationToken: leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.False(_line.Statistics.IsFailing);
    }

    private Task<SourceAnswer<Quote>> AskAsync(Urgency urgency, SourceLine? line = null, CancellationToken cancellationToken = default) =>
        (line ?? _line).CallAsync(
            new SourceCall<SourceAnswer<Quote>>(1, Asked.Length, (source, cancellation) => source.GetQuotesAsync(Asked, cancellation), answer => answer.Left),
            urgency,
            cancellationToken);
}
