using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>What all sources together gave to a question about many listings.</summary>
internal sealed class BulkAnswer<T>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AssetId, Sourced<T>> _found = [];
    private readonly Dictionary<AssetId, SourceFault> _faults = [];
    private int _calls;

    /// <summary>What was found, and who had it.</summary>
    internal IReadOnlyDictionary<AssetId, Sourced<T>> Found => _found;

    /// <summary>Why the rest was not found: what is most worth knowing of what the sources said.</summary>
    internal IReadOnlyDictionary<AssetId, SourceFault> Faults => _faults;

    /// <summary>The calls that were made, second attempts among them.</summary>
    internal int Calls => _calls;

    internal void Called() => Interlocked.Increment(ref _calls);

    internal void Find(AssetId asset, IMarketDataSource source, T value)
    {
        lock (_gate)
        {
            _found[asset] = new Sourced<T>(source, value);
            _faults.Remove(asset);
        }
    }

    internal void Miss(AssetId asset, SourceFault fault)
    {
        lock (_gate)
        {
            // That one source does not know it tells less than what kept another from answering.
            if (fault != SourceFault.NotFound || !_faults.ContainsKey(asset)) _faults[asset] = fault;
        }
    }
}

/// <summary>Something that a source gave.</summary>
internal readonly record struct Sourced<T>(IMarketDataSource Source, T Value);

/// <summary>The exchange rates of a span.</summary>
/// <param name="Rates">The rates; none where no source had any.</param>
/// <param name="Source">Who had them.</param>
/// <param name="Fault">Why there are none.</param>
/// <param name="Calls">The calls that were made.</param>
internal sealed record RatesAnswer(IReadOnlyCollection<ExchangeRate> Rates, string? Source, SourceFault? Fault, int Calls);
