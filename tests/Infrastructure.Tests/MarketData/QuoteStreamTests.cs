using Investr.Domain.Market;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class QuoteStreamTests
{
    private readonly SimulatedWorld _world = new();

    [Fact]
    public async Task Nothing_is_asked_for_what_nobody_watches()
    {
        await _world.PollAsync();

        Assert.Equal(0, _world.Market.QuoteCalls);
    }

    [Fact]
    public async Task One_call_a_tick_serves_everybody()
    {
        using var one = _world.Topics.Subscribe(SimulatedWorld.Ids("AAPL", "MSFT"));
        using var other = _world.Topics.Subscribe(SimulatedWorld.Ids("MSFT", "BTC"));

        await _world.PollAsync();

        Assert.Equal(1, _world.Market.QuoteCalls);
    }

    [Fact]
    public async Task The_clock_drives_the_prices()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var reader = _world.Ticks.SubscribeAsync(SimulatedWorld.Ids("NVDA"), cancellation).GetAsyncEnumerator(cancellation);
        await reader.MoveNextAsync();
        var times = new List<DateTimeOffset> { reader.Current.AsOf };

        await _world.Stream.StartAsync(cancellation);
        while (times.Count < 4)
        {
            // The stream sets its timer on a thread of its own, and a second that passes before that moves nothing.
            var next = reader.MoveNextAsync().AsTask();
            while (!next.IsCompleted)
            {
                _world.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(1, cancellation);
            }

            times.Add(reader.Current.AsOf);
        }

        await _world.Stream.StopAsync(cancellation);
        Assert.Equal(times.Order().Distinct(), times);
    }

    [Fact]
    public async Task A_source_that_was_down_is_asked_again()
    {
        using var subscription = _world.Topics.Subscribe(SimulatedWorld.Ids("NVDA"));
        _world.Market.IsDown = true;
        await _world.PollAsync();
        _world.Market.IsDown = false;
        await _world.PollAsync();

        Assert.Equal(QuoteFreshness.Live, _world.Cache.Find(SimulatedWorld.Id("NVDA"))!.Freshness);
    }
}
