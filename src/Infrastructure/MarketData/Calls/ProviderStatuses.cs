using Investr.Application.Market;

namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>What the lines to the sources know of them.</summary>
internal sealed class ProviderStatuses(SourceCalls calls) : IProviderStatuses
{
    public IReadOnlyList<ProviderStatus> Read() => [.. calls.Lines.Select(Of)];

    private static ProviderStatus Of(SourceLine line) => new(line.Source.Name)
    {
        Healthy = !line.Statistics.IsFailing,
        BatchSize = BatchSizeOf(line.Source.Capabilities),
        Calls = line.Statistics.Calls,
        SymbolsAsked = line.Statistics.SymbolsAsked,
        SymbolsSaved = line.Statistics.SymbolsSaved,
        RateLimited = line.Statistics.RateLimited,
        LastError = line.Statistics.LastError,
        LastErrorAt = line.Statistics.LastErrorAt,
        LastSuccessAt = line.Statistics.LastSuccessAt,
        HeldUntil = line.Budget.HeldUntil,
        Limits = [.. line.Budget.Left().Select(limit => new ProviderLimit(limit.Limit.Window.ToString(), limit.Limit.Credits, limit.Left))],
    };

    private static int BatchSizeOf(SourceCapabilities capabilities) =>
        (capabilities.Quotes ?? capabilities.History ?? capabilities.Actions ?? capabilities.Rates)?.SymbolsACall ?? 0;
}
