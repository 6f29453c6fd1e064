namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>
/// What is left of one limit. Up to an hour the window slides, so that no span of its length holds more than the limit, however
/// far the source's clock is from ours; a day and a month are those of the source's own zone.
/// </summary>
internal sealed class BudgetWindow(CallLimit limit)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(limit.Zone);

    // When credits come back, and how many.
    private readonly SortedDictionary<DateTimeOffset, int> _spent = [];
    private int _total;

    internal CallLimit Limit => limit;

    internal bool IsLong => limit.Window is LimitWindow.Day or LimitWindow.Month;

    internal int LeftAt(DateTimeOffset now)
    {
        while (_spent.Count > 0 && _spent.First() is var (back, credits) && back <= now)
        {
            _spent.Remove(back);
            _total -= credits;
        }

        return limit.Credits - _total;
    }

    internal void Take(int credits, DateTimeOffset now) => Spend(credits, IsLong ? EndOf(now) : now + Length);

    /// <summary>How long until credits are there: zero where they are, null where they never will be.</summary>
    /// <param name="credits">The credits of a call.</param>
    /// <param name="share">The part of a day's or month's limit that may be used; the rest is for those in a hurry.</param>
    /// <param name="now">The present moment.</param>
    internal TimeSpan? WaitFor(int credits, double share, DateTimeOffset now)
    {
        var kept = IsLong ? (int)((1 - share) * limit.Credits) : 0;
        var missing = credits + kept - LeftAt(now);
        if (missing <= 0) return TimeSpan.Zero;

        foreach (var (back, returned) in _spent)
        {
            missing -= returned;
            if (missing <= 0) return back - now;
        }

        return null;
    }

    /// <summary>Takes the source's own word for what is left, where that is less than what was counted here.</summary>
    internal void LowerTo(int left, DateTimeOffset now)
    {
        var tooMany = LeftAt(now) - Math.Max(0, left);
        if (tooMany > 0) Spend(tooMany, EndOf(now));
    }

    /// <summary>When the source begins to count anew.</summary>
    internal DateTimeOffset EndOf(DateTimeOffset now)
    {
        if (!IsLong) return new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Length.Ticks), TimeSpan.Zero) + Length;

        var today = TimeZoneInfo.ConvertTime(now, _zone).Date;
        var next = limit.Window == LimitWindow.Day ? today.AddDays(1) : today.AddDays(1 - today.Day).AddMonths(1);
        return new DateTimeOffset(next, _zone.GetUtcOffset(next)).ToUniversalTime();
    }

    private TimeSpan Length => limit.Window switch
    {
        LimitWindow.Second => TimeSpan.FromSeconds(1),
        LimitWindow.Minute => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromHours(1),
    };

    private void Spend(int credits, DateTimeOffset back)
    {
        _spent[back] = _spent.GetValueOrDefault(back) + credits;
        _total += credits;
    }
}
