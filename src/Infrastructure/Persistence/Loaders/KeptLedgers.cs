using Investr.Domain.Portfolios;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.Extensions.Caching.Memory;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Ledgers as they were last read, for as long as there is room; what came since is read and added.</summary>
internal sealed class KeptLedgers : IDisposable
{
    // An entry, and what became of it under every method, is a kilobyte at most, so this is about 300 MB.
    private const long MostEntries = 300_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    /// <summary>The ledger at a version, or at the last one before it that is kept; null where none is.</summary>
    public KeptLedger? Find(PortfolioId portfolio, long version) =>
        _cache.TryGetValue<KeptLedger>(portfolio, out var kept) && kept!.Version <= version ? kept : null;

    public void Keep(PortfolioId portfolio, KeptLedger ledger) =>
        _cache.Set(portfolio, ledger, new MemoryCacheEntryOptions { Size = 1 + ledger.Ledger.Entries.Count });

    public void Dispose() => _cache.Dispose();
}

/// <summary>A ledger at a version of its portfolio.</summary>
internal sealed class KeptLedger(long version, Ledger ledger)
{
    public static KeptLedger Empty { get; } = new(-1, new Ledger([]));

    public long Version => version;

    public Ledger Ledger => ledger;

    /// <summary>The ledger with what came up to a later version. What was read of versions after that is left for the next time.</summary>
    public KeptLedger With(long upTo, IEnumerable<TransactionRow> entries, IEnumerable<VoidingRow> voidings) => new(upTo, ledger.With(
        [.. entries.Where(row => row.Version <= upTo).Select(row => row.ToTransactionWithoutNote())],
        [.. voidings.Where(row => row.Version <= upTo).Select(row => row.ToVoiding())]));
}
