using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>What ledgers were replayed to, for as long as the ledgers themselves are kept.</summary>
internal sealed class KeptReplays
{
    private const int MostOfALedger = 16;

    private readonly ConditionalWeakTable<Ledger, ConcurrentDictionary<(CostBasisMethod Method, DateOnly? AsOf), Positions>> _replays = [];

    /// <summary>What a ledger comes to on a day; replayed once.</summary>
    public Positions Of(Ledger ledger, CostBasisMethod method, DateOnly? asOf)
    {
        var known = _replays.GetOrCreateValue(ledger);
        if (known.Count >= MostOfALedger) known.Clear();
        return known.GetOrAdd((method, asOf), key => Replay.Of(ledger, key.Method, key.AsOf));
    }
}
