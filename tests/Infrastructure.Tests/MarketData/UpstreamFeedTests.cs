using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.Tests.MarketData.Calls;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class UpstreamFeedTests : IAsyncLifetime
{
    private static readonly AssetId[] Assets = QuotePath.Ids(3);

    private readonly FakeClock _clock = new();
    private readonly StreamingSource _source;
    private readonly QuotePath _path;

    public UpstreamFeedTests()
    {
        _source = new StreamingSource(_clock, symbols: 2);
        _path = new QuotePath(_clock, _source);
    }

    public async ValueTask InitializeAsync() => await _path.Stream.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _path.Stream.StopAsync(CancellationToken.None);

    [Fact]
    public async Task Nothing_is_opened_or_asked_for_what_nobody_watches()
    {
        for (var minute = 0; minute < 5; minute++) await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(_source.Connections);
        Assert.Empty(_source.Quotes.Calls);
    }

    [Fact]
    public async Task One_connection_serves_everybody()
    {
        using var one = _path.Topics.Subscribe(Assets[..1]);
        var connection = await OpenedAsync(1);
        using var other = _path.Topics.Subscribe(Assets[..2]);
        await _clock.PassUntilAsync(() => connection.Lists.Count == 2);

        Assert.Equal([["S0"], ["S0", "S1"]], connection.Lists);
        connection.Quotes.Writer.TryWrite(Quote(0, 101));
        Assert.Equal(101, (await ReadAsync(one)).Price);
        Assert.Equal(101, (await ReadAsync(other)).Price);
        Assert.Single(_source.Connections);
    }

    [Fact]
    public async Task What_the_stream_brings_is_not_polled_and_what_does_not_fit_is()
    {
        using var subscription = _path.Topics.Subscribe(Assets);
        var connection = await OpenedAsync(1);
        connection.Quotes.Writer.TryWrite(Quote(0, 101));
        await ReadAsync(subscription);

        await _clock.PassUntilAsync(() => _source.Quotes.Calls.Count == 1, TimeSpan.FromSeconds(5));

        Assert.Equal(["S2"], _source.Quotes.Calls[0]);
    }

    [Fact]
    public async Task When_it_breaks_it_is_opened_again_and_what_was_missed_is_asked_for_in_bulk()
    {
        using var subscription = _path.Topics.Subscribe(Assets[..2]);
        var connection = await OpenedAsync(1);
        connection.Quotes.Writer.TryWrite(Quote(0, 101));
        await ReadAsync(subscription);

        connection.Break();
        var second = await OpenedAsync(2);
        await _clock.PassUntilAsync(() => _source.Quotes.Calls.Count == 1);

        Assert.Equal(["S0", "S1"], second.Lists.Single());
        Assert.Equal(["S0", "S1"], _source.Quotes.Calls[0]);
        second.Quotes.Writer.TryWrite(Quote(0, 102));
        await _clock.PassUntilAsync(() => _path.Cache.Find(Assets[0])?.Price == 102);
    }

    [Fact]
    public async Task A_connection_that_falls_silent_is_opened_anew()
    {
        using var subscription = _path.Topics.Subscribe(Assets[..1]);
        await OpenedAsync(1);
        var began = _clock.Now;

        await _clock.PassUntilAsync(() => _source.Connections.Count == 2, TimeSpan.FromSeconds(1));

        Assert.True(_clock.Now - began >= TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Who_is_not_let_in_does_not_knock_again_and_polls()
    {
        _source.Refuses = SourceFault.Unauthorized;
        using var subscription = _path.Topics.Subscribe(Assets[..1]);
        await _clock.PassUntilAsync(() => _source.Quotes.Calls.Count == 2, TimeSpan.FromSeconds(5));

        Assert.Single(_source.Connections);
        Assert.Equal([["S0"], ["S0"]], _source.Quotes.Calls);
    }

    [Fact]
    public async Task A_streamed_price_in_another_currency_is_not_told()
    {
        using var subscription = _path.Topics.Subscribe(Assets[..1]);
        var connection = await OpenedAsync(1);

        connection.Quotes.Writer.TryWrite(Quote(0, 101) with { Currency = Currency.Eur });
        connection.Quotes.Writer.TryWrite(Quote(0, 102));

        Assert.Equal(102, (await ReadAsync(subscription)).Price);
    }

    private async Task<StreamingSource.Connection> OpenedAsync(int connections)
    {
        await _clock.PassUntilAsync(() => _source.Connections.Count == connections);
        return _source.Connections[^1];
    }

    private async Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        await Task.Delay(1, TestContext.Current.CancellationToken);
    }

    private Quote Quote(int number, decimal price) =>
        new(Assets[number], price, Currency.Usd, _clock.Now.AddTicks((long)price), QuoteFreshness.Live, "streaming");

    private static async Task<Quote> ReadAsync(Infrastructure.Messaging.PriceSubscription subscription)
    {
        await foreach (var quote in subscription.ReadAllAsync(TestContext.Current.CancellationToken)) return quote;
        throw new InvalidOperationException("It ended.");
    }
}
