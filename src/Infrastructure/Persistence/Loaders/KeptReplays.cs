using Investr.Domain.Portfolios;
using Microsoft.Extensions.Caching.Memory;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>What ledgers were replayed to, for as long as there is room.</summary>
internal sealed class KeptReplays : IDisposable
{
    // What is replayed of an entry is some 200 bytes at most, so this is about 200 MB.
    private const long MostEntries = 1_000_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    /// <summary>What a ledger comes to on a day; replayed once.</summary>
    public Positions Of(Ledger ledger, CostBasisMethod method, DateOnly? asOf) => _cache.GetOrCreate((ledger, method, asOf), entry =>
    {
        entry.Size = 1 + ledger.Current.Count;
        return Replay.Of(ledger, method, asOf);
    })!;

    public void Dispose() => _cache.Dispose();
}
