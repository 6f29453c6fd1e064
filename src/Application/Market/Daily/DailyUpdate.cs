using Investr.Domain.Market;
using Investr.Domain.Market.Calendars;

namespace Investr.Application.Market.Daily;

/// <summary>
/// Carries out a run: exchange rates first, because values depend on them, then what is held, then what is watched, a stretch at a time. What a
/// stretch brought and how far the run is are kept together, so that a run that was cut off goes on where it was.
/// </summary>
public sealed class DailyUpdate(
    IMarketDataRuns runs,
    IDailyMarketData market,
    IDemandedAssets demand,
    IPriceStore prices,
    IExchangeRateBook rates,
    IRunProgress progress,
    TimeProvider time)
{
    // Full calls for any source, and little to repeat where the process ends within.
    private const int Stretch = 1_000;

    // Closes are restated for a few days; after a longer silence everything since is asked for, within reason.
    private const int OverlapDays = 5;
    private const int MostDays = 30;

    // Dividends and splits that do not come with the closes are asked for once a week, with a week to spare, or there would be two calls for one.
    private const DayOfWeek DayOfActions = DayOfWeek.Friday;
    private const int DaysOfActions = 14;

    /// <summary>Takes a run to its end.</summary>
    /// <exception cref="Exception">It broke off, which the run tells of.</exception>
    public async Task CarryOutAsync(MarketDataRun run, CancellationToken cancellationToken)
    {
        try
        {
            if (!run.RatesDone) await UpdateRatesAsync(run, cancellationToken);
            await UpdateAssetsAsync(run, cancellationToken);
            run.Finish(time.GetUtcNow());
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            run.Break(time.GetUtcNow());
            await SaveAsync(run, DailyWrites.None, CancellationToken.None);
            throw;
        }

        await SaveAsync(run, DailyWrites.None, cancellationToken);
    }

    /// <summary>The assets that a run is for, in its order.</summary>
    public async Task<IReadOnlyList<DemandedAsset>> AssetsOfAsync(MarketDataRun run, CancellationToken cancellationToken)
    {
        if (run.Symbols.Count > 0) return await demand.ReadAsync(run.Symbols, cancellationToken);

        var all = await demand.ReadAsync(cancellationToken);
        return run.Exchange is null ? all : [.. all.Where(asset => CalendarOf(asset).Name == run.Exchange)];
    }

    private async Task UpdateRatesAsync(MarketDataRun run, CancellationToken cancellationToken)
    {
        var published = TradingCalendars.Target.LastClosed(time.GetUtcNow());
        var known = await runs.LastRateDayAsync(cancellationToken);
        if (known >= published)
        {
            run.NoteRates(calls: 0, failure: null);
            return;
        }

        var answer = await market.FetchRatesAsync(FirstDay(known, published), published, cancellationToken);
        run.NoteRates(answer.Calls, answer.Failure);
        await SaveAsync(run, new() { Rates = answer }, cancellationToken);
        if (answer.Rates.Count > 0) rates.Renew();
    }

    private async Task UpdateAssetsAsync(MarketDataRun run, CancellationToken cancellationToken)
    {
        var assets = await AssetsOfAsync(run, cancellationToken);
        var before = run.Exchange is null ? null : await runs.LastDayAsync(run.Exchange, cancellationToken);
        run.Expect(assets.Count);

        var done = run.LastDone is { } last ? assets.Index().FirstOrDefault(asset => asset.Item.Id == last, (-1, null!)).Index + 1 : 0;
        foreach (var stretch in assets.Skip(done).Chunk(Stretch)) await UpdateAsync(run, stretch, before, cancellationToken);
    }

    private async Task UpdateAsync(MarketDataRun run, DemandedAsset[] stretch, DateOnly? before, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ends = stretch.Select(CalendarOf).Distinct().ToDictionary(calendar => calendar, calendar => calendar.LastClosed(now));
        var from = FirstDay(before, ends.Values.Min());

        var ids = Array.ConvertAll(stretch, asset => asset.Id);
        var answer = await market.FetchAsync(ids, from, ends.Values.Max(), AsksForActions(run) ? from.AddDays(-DaysOfActions) : null, cancellationToken);
        var lastKnown = await prices.ReadLatestAsync(ids, from.AddDays(-1), cancellationToken);

        List<RunFailure> failures = [];
        List<DaysOfDemanded> good = [];
        foreach (var asset in stretch)
        {
            var days = answer.Found.GetValueOrDefault(asset.Id);
            var until = ends[CalendarOf(asset)];
            if (days is null) failures.Add(new(asset.Symbol, answer.Faults.GetValueOrDefault(asset.Id) ?? "No source knows it."));
            else if (CloseChecks.DoubtOf(days, lastKnown.GetValueOrDefault(asset.Id), from, until) is { } doubt) failures.Add(new(asset.Symbol, doubt));
            else good.Add(new(asset, days, until));
        }

        run.Note(new(good.Count, failures, answer.Calls), stretch[^1].Id);
        await SaveAsync(run, WritesOf(good), cancellationToken);
    }

    // A day that is not over has no close, whatever a source, or a clock that jumped, says.
    private static DailyWrites WritesOf(IReadOnlyList<DaysOfDemanded> good) => new()
    {
        Closes =
        [
            .. good.SelectMany(found => found.Days.Closes.Where(close => close.Date <= found.Until)
                .Select(close => new StoredPrice(found.Asset.Id, close.Date, close.Close, found.Asset.Currency, found.Days.Source))),
        ],
        Dividends = [.. good.SelectMany(found => found.Days.Dividends.Select(dividend => (found.Asset.Id, dividend)))],
        Splits = [.. good.Where(found => found.Days.Splits.Count > 0).Select(found => (found.Asset.Id, found.Days.Splits))],
    };

    private async Task SaveAsync(MarketDataRun run, DailyWrites writes, CancellationToken cancellationToken)
    {
        await runs.SaveAsync(run, writes, cancellationToken);
        progress.Publish(run.Id);
    }

    private static bool AsksForActions(MarketDataRun run) => run.Day?.DayOfWeek == DayOfActions || run.Symbols.Count > 0;

    private static DateOnly FirstDay(DateOnly? known, DateOnly last)
    {
        var usual = last.AddDays(-OverlapDays);
        if (known is not { } day || day >= usual) return usual;
        return day < last.AddDays(-MostDays) ? last.AddDays(-MostDays) : day;
    }

    private static TradingCalendar CalendarOf(DemandedAsset asset) => TradingCalendars.Of(asset.Type, asset.Exchange);

    private sealed record DaysOfDemanded(DemandedAsset Asset, DaysOfAsset Days, DateOnly Until);
}
