using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Calls;

internal static class FakeTime
{
    /// <summary>Lets time pass in small steps until something has happened.</summary>
    internal static async Task<T> PassUntilAsync<T>(this FakeClock clock, Task<T> happening, TimeSpan? step = null)
    {
        await clock.PassUntilAsync((Task)happening, step);
        return await happening;
    }

    /// <summary>Lets time pass in small steps until something has happened.</summary>
    internal static async Task PassUntilAsync(this FakeClock clock, Task happening, TimeSpan? step = null)
    {
        for (var steps = 0; !happening.IsCompleted && steps < 20_000; steps++)
        {
            clock.Advance(step ?? TimeSpan.FromMilliseconds(100));
            // What waited for the time goes on with threads of its own.
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await happening;
    }
}
