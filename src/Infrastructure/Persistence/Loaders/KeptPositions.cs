using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;
using Microsoft.Extensions.Caching.Memory;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Positions as they were last replayed, for as long as the portfolio has not changed and there is room.</summary>
internal sealed class KeptPositions : IDisposable
{
    // Each counted item is a record of one to two hundred bytes, so this is some 50 MB.
    private const long MostItems = 400_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostItems });

    public Positions? Find(PositionsKey key, long version) =>
        _cache.TryGetValue<Entry>(key, out var entry) && entry!.Version == version ? entry.Positions : null;

    public void Keep(PositionsKey key, long version, Positions positions) =>
        _cache.Set(key, new Entry(version, positions), new MemoryCacheEntryOptions { Size = SizeOf(positions) });

    public void Dispose() => _cache.Dispose();

    private static long SizeOf(Positions positions) =>
        1 + positions.Holdings.Count + positions.Holdings.Sum(holding => holding.Lots.Count) + positions.Closed.Count
        + positions.RealizedGains.Count + positions.Income.Count + positions.Charges.Count + positions.Contributions.Count;

    private sealed record Entry(long Version, Positions Positions);
}
