using System.Collections.Concurrent;

namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>What a source said it does not have, so that it is not asked for it again at once.</summary>
internal sealed class Absences(TimeProvider clock)
{
    private const int MostKept = 200_000;

    // By the whole listing, so that an asset whose symbol was put right is asked for.
    private readonly ConcurrentDictionary<(string Kind, Listing Listing), (SourceFault Fault, DateTimeOffset Until)> _absent = new();

    internal SourceFault? Find(string kind, Listing listing) =>
        _absent.TryGetValue((kind, listing), out var absence) && clock.GetUtcNow() < absence.Until ? absence.Fault : null;

    internal void Remember(string kind, Listing listing, SourceFault fault)
    {
        var time = FaultTable.For(fault).Remember;
        if (time == TimeSpan.Zero) return;

        if (_absent.Count >= MostKept) _absent.Clear();
        _absent[(kind, listing)] = (fault, clock.GetUtcNow() + time);
    }
}
