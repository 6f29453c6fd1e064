namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>The limits of one source, all of which hold at once. Every call takes its credits here first.</summary>
/// <remarks>
/// System.Threading.RateLimiting has windows too, but they run by the machine's own timer, a chain of them keeps what the first
/// one gave where the second refuses, and none takes a correction from what a source says is left.
/// </remarks>
internal sealed class CallBudget(IEnumerable<CallLimit> limits, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly BudgetWindow[] _windows = [.. limits.Select(limit => new BudgetWindow(limit))];
    private DateTimeOffset _heldUntil;

    /// <summary>What no call may cost more than; the largest number where nothing limits it.</summary>
    internal int MostCredits => _windows.Length == 0 ? int.MaxValue : _windows.Min(window => window.Limit.Credits);

    /// <summary>Until when no call is made at all; null while they are.</summary>
    internal DateTimeOffset? HeldUntil
    {
        get
        {
            lock (_gate) return _heldUntil > clock.GetUtcNow() ? _heldUntil : null;
        }
    }

    /// <summary>What is left of each limit now.</summary>
    internal IReadOnlyList<(CallLimit Limit, int Left)> Left()
    {
        var now = clock.GetUtcNow();
        lock (_gate) return [.. _windows.Select(window => (window.Limit, window.LeftAt(now)))];
    }

    /// <summary>Takes credits of every limit, waiting for them if that does not take too long.</summary>
    /// <returns>Whether they were there in time; where they were not, nothing was taken.</returns>
    internal async ValueTask<bool> TakeAsync(int credits, Urgency urgency, CancellationToken cancellationToken)
    {
        var deadline = clock.GetUtcNow() + urgency.Patience;
        while (TryTake(credits, urgency.Share) is var wait && wait != TimeSpan.Zero)
        {
            if (wait is null || clock.GetUtcNow() + wait > deadline) return false;
            await Task.Delay(wait.Value, clock, cancellationToken);
        }

        return true;
    }

    /// <summary>Makes no call until then.</summary>
    internal void HoldFor(TimeSpan time)
    {
        var until = clock.GetUtcNow() + time;
        lock (_gate) _heldUntil = until > _heldUntil ? until : _heldUntil;
    }

    /// <summary>Makes no call until the day or the month ends that the source counts by.</summary>
    internal void HoldUntilRenewed()
    {
        var now = clock.GetUtcNow();
        var renewed = _windows.Where(window => window.IsLong).Select(window => window.EndOf(now)).DefaultIfEmpty(now + TimeSpan.FromHours(1)).Min();
        HoldFor(renewed - now);
    }

    /// <summary>Takes the source's own word for what is left of a limit.</summary>
    internal void Correct(CreditsLeft left)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            foreach (var window in _windows)
            {
                if (window.Limit.Window == left.Window) window.LowerTo(left.Credits, now);
            }
        }
    }

    // Zero where they were taken, else how long to wait; null where no wait helps.
    private TimeSpan? TryTake(int credits, double share)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var longest = _heldUntil > now ? _heldUntil - now : TimeSpan.Zero;
            foreach (var window in _windows)
            {
                if (window.WaitFor(credits, share, now) is not { } wait) return null;
                if (wait > longest) longest = wait;
            }

            if (longest > TimeSpan.Zero) return longest;

            foreach (var window in _windows) window.Take(credits, now);
            return TimeSpan.Zero;
        }
    }
}
