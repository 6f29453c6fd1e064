using System.Collections.Concurrent;
using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Calls;

namespace Investr.Infrastructure.MarketData;

/// <summary>Fetches the closes that a request needs and nobody has kept yet, and keeps them.</summary>
internal sealed class PriceBackfill(IPriceStore store, SourceCalls calls, TimeProvider clock)
{
    private const int MostRemembered = 200_000;

    // The daily update goes on from here.
    private static readonly TimeSpan RememberedFor = TimeSpan.FromHours(12);

    // For which span each asset was looked at, whatever came of it.
    private readonly ConcurrentDictionary<AssetId, Look> _looks = new();

    /// <summary>Has the closes of a span kept, as far as any source has them and its limits allow.</summary>
    /// <returns>Whether anything came in.</returns>
    internal async Task<bool> FillAsync(IReadOnlyCollection<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        // Today has no close yet.
        var yesterday = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1);
        if (to > yesterday) to = yesterday;
        if (to < from) return false;

        Listing[] unseen = [.. listings.Where(listing => !WasLookedAt(listing.Asset, from, to))];
        if (unseen.Length == 0) return false;

        var kept = await store.ReadAsync([.. unseen.Select(listing => listing.Asset)], from, to, cancellationToken);
        Listing[] missing = [.. unseen.Where(listing => !IsFull(kept.GetValueOrDefault(listing.Asset), from, to))];
        var answer = await calls.GetHistoryAsync(missing, from, to, Urgency.Interactive, cancellationToken);
        StoredPrice[] news = [.. missing.SelectMany(listing => NewsOf(listing, answer, kept.GetValueOrDefault(listing.Asset)))];
        if (news.Length > 0) await store.WriteAsync(news, cancellationToken);

        if (_looks.Count > MostRemembered) _looks.Clear();
        foreach (var listing in unseen.Where(listing => !MayComeLater(answer, listing.Asset)))
            _looks[listing.Asset] = new Look(from, to, clock.GetTimestamp());
        return news.Length > 0;
    }

    private bool WasLookedAt(AssetId asset, DateOnly from, DateOnly to) =>
        _looks.TryGetValue(asset, out var look) && look.From <= from && look.To >= to && clock.GetElapsedTime(look.At) < RememberedFor;

    // What begins late, or ends early, may have more; holes are not looked for.
    private static bool IsFull(PriceSeries? kept, DateOnly from, DateOnly to) =>
        kept is { Points: [var first, ..] and [.., var last] }
        && first.Date.DayNumber - from.DayNumber <= PriceHistory.LongestBreak
        && to.DayNumber - last.Date.DayNumber <= PriceHistory.LongestBreak;

    // A day that is kept, perhaps by hand, stays as it is; and nothing invented is kept.
    private static IEnumerable<StoredPrice> NewsOf(Listing listing, BulkAnswer<DailyHistory> answer, PriceSeries? kept)
    {
        if (!answer.Found.TryGetValue(listing.Asset, out var history) || history.Source.Capabilities.IsLocal) return [];

        var there = kept?.Points.Select(point => point.Date).ToHashSet() ?? [];
        return history.Value.Closes.Points.Where(point => !there.Contains(point.Date))
            .Select(point => new StoredPrice(listing.Asset, point.Date, point.Close, listing.Currency, history.Source.Name));
    }

    private static bool MayComeLater(BulkAnswer<DailyHistory> answer, AssetId asset) =>
        answer.Faults.TryGetValue(asset, out var fault) && FaultTable.For(fault).Remember == TimeSpan.Zero;

    private sealed record Look(DateOnly From, DateOnly To, long At);
}
