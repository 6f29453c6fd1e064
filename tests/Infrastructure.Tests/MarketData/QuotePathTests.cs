using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.Tests.MarketData.Calls;
using Investr.TestKit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class QuotePathTests
{
    private static readonly AssetId[] Two = QuotePath.Ids(2);

    private readonly FakeClock _clock = new();
    private readonly ScriptedSource _source;
    private readonly QuotePath _path;

    public QuotePathTests()
    {
        _source = new ScriptedSource(_clock);
        _path = new QuotePath(_clock, _source);
    }

    [Fact]
    public async Task A_thousand_requests_for_five_hundred_symbols_are_ten_calls_of_fifty()
    {
        var all = QuotePath.Ids(500);
        var random = new Random(1);

        // Each wants twenty of them, and the first 25 all of them between them.
        var requests = Enumerable.Range(0, 1_000).Select(number =>
            _path.GetAsync(number < 25 ? all[(number * 20)..((number * 20) + 20)] : [.. random.GetItems(all, 20).Distinct()])).ToArray();
        await _clock.PassUntilAsync(Task.WhenAll(requests), TimeSpan.FromMilliseconds(5));

        Assert.Equal(10, _source.Calls.Count);
        Assert.Equal(500, _source.Calls.SelectMany(call => call).Distinct().Count());
        Assert.All(requests, request => Assert.All(request.Result.Values, quote => Assert.Equal(QuoteFreshness.Live, quote.Freshness)));
        // 1,000 requests wanted nearly 20 each, and 500 were asked for.
        Assert.Equal(requests.Sum(request => request.Result.Count) - 500, _path.Calls.Lines[0].Statistics.SymbolsSaved);
    }

    [Fact]
    public async Task Requests_within_a_moment_are_one_call()
    {
        var first = _path.GetAsync(Two[0]);
        _clock.Advance(TimeSpan.FromMilliseconds(24));
        var second = _path.GetAsync(Two[1]);
        Assert.Empty(_source.Calls);

        await _clock.PassUntilAsync(Task.WhenAll(first, second), TimeSpan.FromMilliseconds(1));

        Assert.Equal(["S0", "S1"], Assert.Single(_source.Calls));
    }

    [Fact]
    public async Task What_is_on_its_way_is_not_asked_for_again()
    {
        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _source.Next(_ => answering.Task);
        var first = _path.GetAsync(Two[0]);
        _clock.Advance(TimeSpan.FromMilliseconds(25));
        await WaitForCallsAsync(1);

        var second = _path.GetAsync(Two);
        answering.SetResult();
        await _clock.PassUntilAsync(Task.WhenAll(first, second), TimeSpan.FromMilliseconds(5));

        Assert.Equal([["S0"], ["S1"]], _source.Calls);
    }

    [Fact]
    public async Task A_source_in_this_process_is_asked_without_waiting()
    {
        var local = new ScriptedSource(_clock) { Capabilities = new() { Quotes = new Offer(50), RefreshAfter = TimeSpan.FromSeconds(1), IsLocal = true } };

        // Nobody moves the clock.
        var quotes = await new QuotePath(_clock, local).GetAsync(Two);

        Assert.Equal(2, quotes.Count);
    }

    [Fact]
    public async Task An_old_price_is_told_at_once_as_stale_and_renewed_behind_the_scenes()
    {
        var first = await FetchAsync(Two[0]);
        _clock.Advance(TimeSpan.FromMinutes(1));

        // Nobody moves the clock: it does not wait.
        var second = await _path.GetAsync(Two[0]);
        Assert.Equal(first[Two[0]] with { Freshness = QuoteFreshness.Stale }, second[Two[0]]);

        _clock.Advance(TimeSpan.FromMilliseconds(25));
        await WaitForCallsAsync(2);
        var third = await FetchAsync(Two[0]);
        Assert.Equal(QuoteFreshness.Live, third[Two[0]].Freshness);
        Assert.True(third[Two[0]].AsOf > second[Two[0]].AsOf);
        Assert.Equal(2, _source.Calls.Count);
    }

    [Fact]
    public async Task A_price_that_is_too_old_is_waited_for()
    {
        await FetchAsync(Two[0]);
        // A minute as good as new, and five usable.
        _clock.Advance(TimeSpan.FromMinutes(6));

        var asking = _path.GetAsync(Two[0]);
        Assert.False(asking.IsCompleted);

        Assert.Equal(QuoteFreshness.Live, (await _clock.PassUntilAsync(asking, TimeSpan.FromMilliseconds(5)))[Two[0]].Freshness);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_the_budget_and_the_answer_is_kept_when_it_comes()
    {
        var first = await FetchAsync(Two[0]);
        _clock.Advance(TimeSpan.FromHours(1));
        var began = _clock.Now;
        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _source.Next(_ => answering.Task);

        var quotes = await FetchAsync(Two[0]);

        Assert.Equal(first[Two[0]] with { Freshness = QuoteFreshness.Stale }, quotes[Two[0]]);
        Assert.InRange(_clock.Now - began, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.2));

        answering.SetResult();
        Assert.Equal(QuoteFreshness.Live, (await FetchAsync(Two[0]))[Two[0]].Freshness);
        Assert.Equal(2, _source.Calls.Count);
    }

    [Fact]
    public async Task Who_leaves_does_not_take_the_flight_along()
    {
        using var leaving = new CancellationTokenSource();
        var first = _path.Router.GetAsync(Two, leaving.Token);
        var second = _path.GetAsync(Two);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(2, (await _clock.PassUntilAsync(second, TimeSpan.FromMilliseconds(5))).Count);
    }

    [Fact]
    public async Task While_all_sources_are_down_the_last_prices_are_told_as_stale_and_health_says_so()
    {
        var known = await FetchAsync(Two);
        _clock.Advance(TimeSpan.FromHours(2));
        _source.IsDown = true;

        var quotes = await FetchAsync(Two);

        Assert.All(quotes.Values, quote => Assert.Equal(known[quote.Asset] with { Freshness = QuoteFreshness.Stale }, quote));
        var health = await _path.Health.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None);
        Assert.Equal((HealthStatus.Degraded, "No answer from scripted."), (health.Status, health.Description));

        _source.IsDown = false;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.All((await FetchAsync(Two)).Values, quote => Assert.Equal(QuoteFreshness.Live, quote.Freshness));
        Assert.Equal(HealthStatus.Healthy, (await _path.Health.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None)).Status);
    }

    [Fact]
    public async Task A_price_that_cannot_be_true_leaves_the_last_good_one()
    {
        await FetchAsync(Two);
        _clock.Advance(TimeSpan.FromMinutes(10));
        _source.Alter = quote => quote with { Price = 10_000 };

        var quotes = await FetchAsync(Two);

        Assert.All(quotes.Values, quote => Assert.Equal((100, QuoteFreshness.Stale), (quote.Price, quote.Freshness)));
    }

    [Fact]
    public async Task A_source_whose_clock_runs_ahead_or_back_moves_no_price()
    {
        var known = await FetchAsync(Two[0]);
        foreach (var off in new[] { TimeSpan.FromHours(1), -TimeSpan.FromHours(1) })
        {
            _clock.Advance(TimeSpan.FromMinutes(11));
            _source.Alter = quote => quote with { Price = 120, AsOf = quote.AsOf + off };

            Assert.Equal(known[Two[0]] with { Freshness = QuoteFreshness.Stale }, (await FetchAsync(Two[0]))[Two[0]]);
        }
    }

    private Task<IReadOnlyDictionary<AssetId, Quote>> FetchAsync(params AssetId[] assets) =>
        _clock.PassUntilAsync(_path.GetAsync(assets), TimeSpan.FromMilliseconds(50));

    private async Task WaitForCallsAsync(int calls)
    {
        while (_source.Calls.Count < calls) await Task.Delay(1, TestContext.Current.CancellationToken);
    }
}
