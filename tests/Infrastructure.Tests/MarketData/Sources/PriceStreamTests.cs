using System.Threading.Channels;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Sources;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class PriceStreamTests
{
    private readonly Channel<IReadOnlyList<Listing>> _watched = Channel.CreateUnbounded<IReadOnlyList<Listing>>();

    [Fact]
    public async Task Twelve_Data_streams_what_is_watched_until_it_hangs_up()
    {
        await using var market = await TwelveDataAsync();
        var socket = market.Stub.Socket("/stream");
        foreach (var frame in Recordings.Frames("twelvedata", "ws-price.jsonl")) socket.Send(frame);
        socket.HangUp();
        Watch("AAPL USD NASDAQ, BTC USD, BTCUSD USD");

        var quotes = await AllAsync(market);

        Assert.Equal("""{"action":"subscribe","params":{"symbols":"AAPL,BTC/USD"}}""", await socket.ReceiveAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["150.25 USD", "47710.11 USD", "47710.11 USD"], quotes.Select(quote => FormattableString.Invariant($"{quote.Price} {quote.Currency}")));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1631772000), quotes[0].AsOf);
        Assert.Equal($"?apikey={StubbedSource.Key}", socket.QueryString);
    }

    [Fact]
    public async Task Binance_streams_until_it_says_that_it_shuts_down()
    {
        await using var market = await BinanceAsync();
        var socket = market.Stub.Socket("/stream");
        foreach (var frame in Recordings.Frames("binance", "ws-errors-and-shutdown.jsonl")) socket.Send(frame);
        Watch("BTC USD, ETH EUR");

        var quote = Assert.Single(await AllAsync(market));

        Assert.Equal(
            """{"method":"SUBSCRIBE","params":["btcusdt@miniTicker","etheur@miniTicker"],"id":1}""",
            await socket.ReceiveAsync(TestContext.Current.CancellationToken));
        Assert.Equal((70187.01m, "binance"), (quote.Price, quote.Source));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1712508571736), quote.AsOf);
    }

    [Theory]
    [InlineData("ws-combined-miniticker.jsonl")]
    [InlineData("ws-combined-ticker.jsonl")]
    [InlineData("ws-combined-trade.jsonl")]
    public async Task Prices_of_what_nobody_watches_are_passed_over(string file)
    {
        await using var market = await BinanceAsync();
        var socket = market.Stub.Socket("/stream");
        foreach (var frame in Recordings.Frames("binance", file)) socket.Send(frame);
        socket.HangUp();
        Watch("BTC USD");

        Assert.Empty(await AllAsync(market));
    }

    [Fact]
    public async Task What_is_watched_no_more_is_given_up_and_what_is_new_is_asked_for()
    {
        await using var market = await TwelveDataAsync();
        var socket = market.Stub.Socket("/stream");
        Watch("AAPL USD NASDAQ, MSFT USD NASDAQ");
        var quotes = AllAsync(market);
        Assert.Contains("\"AAPL,MSFT\"", await socket.ReceiveAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Watch("MSFT USD NASDAQ, NVDA USD NASDAQ");

        Assert.Equal("""{"action":"subscribe","params":{"symbols":"NVDA"}}""", await socket.ReceiveAsync(TestContext.Current.CancellationToken));
        Assert.Equal("""{"action":"unsubscribe","params":{"symbols":"AAPL"}}""", await socket.ReceiveAsync(TestContext.Current.CancellationToken));
        socket.HangUp();
        Assert.Empty(await quotes);
        Assert.Equal(1, socket.Connections);
    }

    [Fact]
    public async Task Every_ten_seconds_it_shows_that_it_is_alive()
    {
        await using var market = await TwelveDataAsync();
        var socket = market.Stub.Socket("/stream");
        Watch("AAPL USD NASDAQ");
        var quotes = AllAsync(market);
        await socket.ReceiveAsync(TestContext.Current.CancellationToken);

        market.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("""{"action":"heartbeat"}""", await socket.ReceiveAsync(TestContext.Current.CancellationToken));
        socket.HangUp();
        await quotes;
    }

    [Fact]
    public async Task A_connection_that_breaks_is_a_fault_after_the_last_price()
    {
        await using var market = await BinanceAsync();
        var socket = market.Stub.Socket("/stream");
        socket.Send("""{"stream":"btcusdt@miniTicker","data":{"e":"24hrMiniTicker","E":1718190000000,"s":"BTCUSDT","c":"68000.5"}}""");
        Watch("BTC USD");

        await using var quotes = market.Source.StreamAsync(_watched.Reader.ReadAllAsync(), TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await quotes.MoveNextAsync());
        Assert.Equal(68000.5m, quotes.Current.Price);
        socket.Break();

        var failure = await Assert.ThrowsAsync<SourceException>(async () => await quotes.MoveNextAsync());
        Assert.Equal(SourceFault.Transient, failure.Fault);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"event":"price","symbol":"AAPL","currency":"USD","price":{}}""")]
    public async Task A_message_that_cannot_be_read_is_a_fault(string message)
    {
        await using var market = await TwelveDataAsync();
        market.Stub.Socket("/stream").Send(message);
        Watch("AAPL USD NASDAQ");

        var failure = await Assert.ThrowsAsync<SourceException>(() => AllAsync(market));
        Assert.Equal(SourceFault.Malformed, failure.Fault);
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(429, "RateLimited")]
    [InlineData(503, "Transient")]
    public async Task Who_is_not_let_in_is_told_why(int status, string fault)
    {
        await using var market = await TwelveDataAsync();
        market.Stub.AnswersAnything(new StubAnswer("no") { Status = status });
        Watch("AAPL USD NASDAQ");

        var failure = await Assert.ThrowsAsync<SourceException>(() => AllAsync(market));

        Assert.Equal(fault, failure.Fault.ToString());
        Assert.DoesNotContain(StubbedSource.Key, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_closes_the_connection()
    {
        await using var market = await BinanceAsync();
        market.Stub.Socket("/stream").Send("""{"data":{"e":"24hrMiniTicker","E":1718190000000,"s":"BTCUSDT","c":"1"}}""");
        Watch("BTC USD");

        await foreach (var quote in market.Source.StreamAsync(_watched.Reader.ReadAllAsync(), TestContext.Current.CancellationToken))
        {
            Assert.Equal(1, quote.Price);
            break;
        }

        Assert.Equal(1, market.Stub.Socket("/stream").Connections);
    }

    private void Watch(string listings) => _watched.Writer.TryWrite(StubbedSource.Listings(listings));

    private async Task<List<Quote>> AllAsync(StubbedSource market)
    {
        List<Quote> quotes = [];
        await foreach (var quote in market.Source.StreamAsync(_watched.Reader.ReadAllAsync(), TestContext.Current.CancellationToken)) quotes.Add(quote);
        return quotes;
    }

    private static Task<StubbedSource> TwelveDataAsync() => StubbedSource.OfAsync<TwelveData, TwelveDataSettings, TwelveDataProfile>();

    private static Task<StubbedSource> BinanceAsync() => StubbedSource.OfAsync<Binance, BinanceSettings, BinanceProfile>();
}
