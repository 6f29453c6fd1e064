using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Sources;
using Investr.Infrastructure.Tests.MarketData.Calls;
using Investr.Infrastructure.Tests.MarketData.Sources;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class UpstreamFeedOverSocketTests
{
    // Sockets work in real time, which must not be outrun.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    [Fact]
    public async Task A_price_goes_from_the_socket_to_who_watches_and_goes_on_when_the_socket_broke()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var market = await StubbedSource.OfAsync<Binance, BinanceSettings, BinanceProfile>();
        market.Stub.AnswersAnything(new StubAnswer("[]"));
        var socket = market.Stub.Socket("/stream");
        var coin = StubbedSource.Listing("BTC USD");
        var path = new QuotePath(market.Clock, [coin], market.Source);
        await path.Stream.StartAsync(cancellation);
        using var subscription = path.Topics.Subscribe([coin.Asset]);

        foreach (var (connections, price) in new[] { (1, 68_000m), (2, 68_100m) })
        {
            await market.Clock.PassUntilAsync(() => socket.Connections == connections, Step);
            Assert.Contains("btcusdt@miniTicker", await socket.ReceiveAsync(cancellation), StringComparison.Ordinal);

            socket.Send(Tick(market.Clock, price));
            await market.Clock.PassUntilAsync(() => path.Cache.Find(coin.Asset)?.Price == price, Step);
            Assert.Equal((price, "binance", QuoteFreshness.Live), await ReadAsync(subscription));
            socket.Break();
        }

        await path.Stream.StopAsync(CancellationToken.None);
    }

    private static string Tick(FakeClock clock, decimal price) => FormattableString.Invariant(
        $$$"""{"stream":"btcusdt@miniTicker","data":{"e":"24hrMiniTicker","E":{{{clock.Now.ToUnixTimeMilliseconds()}}},"s":"BTCUSDT","c":"{{{price}}}"}}""");

    private static async Task<(decimal Price, string Source, QuoteFreshness Freshness)> ReadAsync(Infrastructure.Messaging.PriceSubscription subscription)
    {
        await foreach (var quote in subscription.ReadAllAsync(TestContext.Current.CancellationToken)) return (quote.Price, quote.Source, quote.Freshness);
        throw new InvalidOperationException("It ended.");
    }
}
