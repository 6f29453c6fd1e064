using Investr.Domain.Users;

namespace Investr.Domain.Tests.Users;

public sealed class SignInAttemptsTests
{
    private static readonly DateTimeOffset Noon = new(2024, 6, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Four_wrong_passwords_bring_no_wait_and_the_fifth_a_minute()
    {
        var attempts = After(failures: 4);
        Assert.Null(attempts.LockedOutAt(Noon));

        attempts = attempts.Failed(Noon);
        Assert.Equal(Noon.AddMinutes(1), attempts.LockedOutAt(Noon));
        Assert.Null(attempts.LockedOutAt(Noon.AddMinutes(1)));
    }

    [Fact]
    public void The_wait_doubles_up_to_an_hour()
    {
        var minutes = Enumerable.Range(1, 12)
            .Select(failures => After(failures).LockedUntil is { } until ? (until - Noon).TotalMinutes : 0);

        // 1, 2, 4, 8, 16, 32, then 64 would be more than an hour.
        Assert.Equal([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60], minutes);
        Assert.Equal(Noon.AddHours(1), After(failures: 1_000).LockedUntil);
    }

    private static SignInAttempts After(int failures) =>
        Enumerable.Range(0, failures).Aggregate(SignInAttempts.None, (attempts, _) => attempts.Failed(Noon));
}
