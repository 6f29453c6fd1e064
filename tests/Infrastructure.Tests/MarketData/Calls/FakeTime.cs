using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Calls;

/// <summary>Time that passes in small steps, for what goes on with threads of its own.</summary>
internal static class FakeTime
{
    private const int MostSteps = 5_000;

    /// <summary>Lets time pass until something has happened.</summary>
    internal static async Task<T> PassUntilAsync<T>(this FakeClock clock, Task<T> happening, TimeSpan? step = null)
    {
        await clock.PassUntilAsync((Task)happening, step);
        return await happening;
    }

    /// <summary>Lets time pass until something has happened.</summary>
    internal static async Task PassUntilAsync(this FakeClock clock, Task happening, TimeSpan? step = null)
    {
        await clock.PassUntilAsync(() => happening.IsCompleted, step);
        await happening;
    }

    /// <summary>Lets time pass until something is so.</summary>
    internal static async Task PassUntilAsync(this FakeClock clock, Func<bool> isSo, TimeSpan? step = null)
    {
        for (var steps = 0; !isSo(); steps++)
        {
            Assert.True(steps < MostSteps, "It did not happen in any time.");
            clock.Advance(step ?? TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
