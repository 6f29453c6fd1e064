namespace Investr.Domain.Users;

/// <summary>Wrong passwords in a row, and the wait that grows with them.</summary>
/// <remarks>
/// Five may be tried at once. From the fifth on each one brings a wait: a minute, then twice as long each time, an hour at most.
/// </remarks>
/// <param name="Failures">Wrong passwords since the last right one.</param>
/// <param name="LockedUntil">Until when no further attempt is looked at; null where none was ever put off.</param>
public sealed record SignInAttempts(int Failures, DateTimeOffset? LockedUntil)
{
    /// <summary>How many wrong passwords bring the first wait.</summary>
    public const int FreeFailures = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>No wrong password yet.</summary>
    public static SignInAttempts None { get; } = new(0, null);

    /// <summary>Until when no attempt is looked at; null where one may be made now.</summary>
    /// <param name="now">The present moment.</param>
    public DateTimeOffset? LockedOutAt(DateTimeOffset now) => LockedUntil > now ? LockedUntil : null;

    /// <summary>One more wrong password.</summary>
    /// <param name="now">The present moment.</param>
    public SignInAttempts Failed(DateTimeOffset now)
    {
        var failures = Failures + 1;
        return new(failures, failures < FreeFailures ? LockedUntil : now + WaitAfter(failures));
    }

    private static TimeSpan WaitAfter(int failures)
    {
        // Past six doublings the wait is at its longest anyway; the bound keeps the shift from overflowing.
        var doublings = Math.Min(failures - FreeFailures, 10);
        var wait = FirstWait * (1 << doublings);
        return wait < LongestWait ? wait : LongestWait;
    }
}
