using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.Messaging;
using Investr.Infrastructure.Tests.MarketData;

namespace Investr.Infrastructure.Tests.Messaging;

public sealed class PriceTicksTests
{
    private static readonly AssetId[] Assets = SimulatedWorld.Ids("AAPL", "MSFT", "BTC");

    private readonly SimulatedWorld _world = new();

    [Fact]
    public async Task The_first_quote_of_each_asset_comes_at_once_and_in_order()
    {
        var first = await ReadAsync(_world.Ticks.SubscribeAsync(Assets, TestContext.Current.CancellationToken), 3);

        Assert.Equal(Assets, first.Select(quote => quote.Asset));
    }

    [Fact]
    public async Task A_reader_who_sleeps_gets_the_newest_of_each_asset_and_nothing_twice()
    {
        using var subscription = _world.Topics.Subscribe(Assets);
        for (var second = 1; second <= 1000; second++)
        {
            _world.Topics.Publish(Quote(Assets[0], second));
            _world.Topics.Publish(Quote(Assets[1], second));
        }

        var read = await ReadAsync(subscription.ReadAllAsync(TestContext.Current.CancellationToken), 2);
        _world.Topics.Publish(Quote(Assets[2], 1001));
        var next = await ReadAsync(subscription.ReadAllAsync(TestContext.Current.CancellationToken), 1);

        Assert.Equal([(Assets[0], 1000), (Assets[1], 1000)], read.Select(quote => (quote.Asset, (int)quote.Price)));
        Assert.Equal(Assets[2], next[0].Asset);
    }

    [Fact]
    public async Task An_older_quote_never_takes_the_place_of_a_newer_one()
    {
        using var subscription = _world.Topics.Subscribe(Assets);
        _world.Topics.Publish(Quote(Assets[0], 2));
        _world.Topics.Publish(Quote(Assets[0], 1));

        Assert.Equal(2, (await ReadAsync(subscription.ReadAllAsync(TestContext.Current.CancellationToken), 1))[0].Price);
    }

    [Fact]
    public async Task Writers_and_a_reader_side_by_side_lose_no_last_word()
    {
        using var subscription = _world.Topics.Subscribe(Assets);
        var writers = Assets.Select(asset => Task.Run(() =>
        {
            for (var second = 1; second <= 20_000; second++) _world.Topics.Publish(Quote(asset, second));
        }));
        var last = new Dictionary<AssetId, decimal>();

        var reader = Task.Run(async () =>
        {
            await foreach (var quote in subscription.ReadAllAsync(TestContext.Current.CancellationToken))
            {
                Assert.True(quote.Price > last.GetValueOrDefault(quote.Asset));
                last[quote.Asset] = quote.Price;
                if (last.Count == 3 && last.Values.All(price => price == 20_000)) return;
            }
        });

        await Task.WhenAll(writers);
        await reader.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_leaves_is_forgotten()
    {
        using var leaving = new CancellationTokenSource();
        await using (var reader = _world.Ticks.SubscribeAsync(Assets, leaving.Token).GetAsyncEnumerator(leaving.Token))
        {
            Assert.True(await reader.MoveNextAsync());
            Assert.Equal(Assets.ToHashSet(), _world.Topics.Watched().ToHashSet());
        }

        Assert.Empty(_world.Topics.Watched());
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_the_subscription()
    {
        using var leaving = new CancellationTokenSource();
        await using var reader = _world.Ticks.SubscribeAsync(Assets[..1], leaving.Token).GetAsyncEnumerator(leaving.Token);
        await reader.MoveNextAsync();
        var waiting = reader.MoveNextAsync().AsTask();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Empty(_world.Topics.Watched());
    }

    [Fact]
    public void Ten_thousand_subscribers_cost_little()
    {
        var assets = SimulatedWorld.Catalogue.Assets.Take(20).Select(asset => asset.Id).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var subscriptions = Enumerable.Range(0, 10_000).Select(_ => _world.Topics.Subscribe(assets)).ToArray();
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / subscriptions.Length;
        foreach (var asset in assets) _world.Topics.Publish(Quote(asset, 1));
        foreach (var subscription in subscriptions) subscription.Dispose();

        Assert.True(each < 5_000, $"{each} bytes for each subscriber of 20 assets");
        Assert.Empty(_world.Topics.Watched());
    }

    [Fact]
    public void Nobody_need_watch_for_a_price_to_be_published()
    {
        var topics = new PriceTopics();

        topics.Publish(Quote(Assets[0], 1));

        Assert.Empty(topics.Watched());
    }

    private static async Task<List<Quote>> ReadAsync(IAsyncEnumerable<Quote> quotes, int count)
    {
        List<Quote> read = [];
        await foreach (var quote in quotes.Take(count)) read.Add(quote);
        return read;
    }

    private static Quote Quote(AssetId asset, int second) =>
        new(asset, second, Currency.Usd, SimulatedWorld.Noon.AddSeconds(second), QuoteFreshness.Live, "test");
}
