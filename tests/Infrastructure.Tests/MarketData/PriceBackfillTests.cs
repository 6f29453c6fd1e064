using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.Tests.MarketData.Calls;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class PriceBackfillTests
{
    private static readonly DateOnly From = new(2024, 5, 1);
    private static readonly DateOnly To = new(2024, 5, 31);

    // 12 June 2024.
    private readonly FakeClock _clock = new();
    private readonly ScriptedSource _source;
    private readonly QuotePath _path;
    private readonly PriceBackfill _backfill;
    private readonly PriceHistory _history;

    public PriceBackfillTests()
    {
        _source = new ScriptedSource(_clock);
        _path = new QuotePath(_clock, _source);
        _backfill = new PriceBackfill(_path.Store, _path.Calls, _clock);
        _history = new PriceHistory(_path.Store, _path.Book, _path.Calls, _backfill);
    }

    [Fact]
    public async Task What_nobody_has_kept_is_fetched_once_in_bulk_and_kept()
    {
        var first = await ReadAsync(3, From, To);
        var second = await ReadAsync(3, From.AddDays(5), To);

        Assert.Equal([31, 31, 31], first.Values.Select(series => series.Points.Count));
        Assert.Equal([26, 26, 26], second.Values.Select(series => series.Points.Count));
        Assert.Equal(["S0", "S1", "S2"], Assert.Single(_source.Calls));
    }

    [Fact]
    public async Task What_is_kept_is_not_asked_for()
    {
        for (var day = From; day <= To; day = day.AddDays(7)) _path.Store.Add(QuotePath.Ids(1)[0], day.ToString("yyyy-MM-dd", null), 42);

        await ReadAsync(1, From, To);

        Assert.Empty(_source.Calls);
    }

    [Fact]
    public async Task A_price_that_was_entered_by_hand_stays()
    {
        _path.Store.Add(QuotePath.Ids(1)[0], "2024-05-20", 42, StoredPrice.ByHand);

        var series = (await ReadAsync(1, From, To)).Values.Single();

        Assert.Equal((31, 42m, 100m), (series.Points.Count, series.AsOf(new(2024, 5, 20))!.Value.Close, series.AsOf(new(2024, 5, 21))!.Value.Close));
    }

    [Fact]
    public async Task What_a_source_lacks_is_not_asked_for_again_that_day_but_what_it_had_no_time_for_is()
    {
        _source.Lacks["S0"] = SourceFault.NoData;
        await ReadAsync(1, From, To);
        await ReadAsync(1, From, To);
        Assert.Single(_source.Calls);

        var (_, busy) = (_source.Lacks.TryRemove("S0", out _), new ScriptedSource(_clock).NextFails(SourceFault.RateLimited, TimeSpan.FromSeconds(30)));
        var path = new QuotePath(_clock, busy);
        var history = new PriceHistory(path.Store, path.Book, path.Calls, new PriceBackfill(path.Store, path.Calls, _clock));
        Assert.Empty(await history.ReadAsync(QuotePath.Ids(1), From, To, CancellationToken.None));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Single(await history.ReadAsync(QuotePath.Ids(1), From, To, CancellationToken.None));
    }

    [Fact]
    public async Task Today_has_no_close_yet()
    {
        var today = DateOnly.FromDateTime(_clock.Now.UtcDateTime);

        var series = (await ReadAsync(1, today.AddDays(-20), today)).Values.Single();

        Assert.Equal(today.AddDays(-1), series.Points[^1].Date);
    }

    [Fact]
    public async Task The_close_of_a_day_is_fetched_with_the_days_before_it()
    {
        var closes = await _history.ReadClosesAsync(QuotePath.Ids(2), To, TestContext.Current.CancellationToken);

        Assert.All(closes.Values, close => Assert.Equal((100, 100, "scripted"), (close.Price, close.PreviousClose, close.Source)));
        Assert.Single(_source.Calls);
    }

    private Task<IReadOnlyDictionary<AssetId, PriceSeries>> ReadAsync(int assets, DateOnly from, DateOnly to) =>
        _history.ReadAsync(QuotePath.Ids(assets), from, to, TestContext.Current.CancellationToken);
}
