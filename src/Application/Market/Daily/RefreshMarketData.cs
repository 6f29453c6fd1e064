using System.Globalization;
using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Market;
using MediatR;

namespace Investr.Application.Market.Daily;

/// <summary>Begins a run of the market-data update now; it goes on by itself.</summary>
/// <param name="Symbols">The only assets that it is for, 1,000 at most; all that anybody holds or watches, if left out.</param>
public sealed record RefreshMarketData(IReadOnlyList<string>? Symbols = null) : IRequest<MarketDataRun>, IAudited
{
    /// <summary>How many symbols one call may name.</summary>
    public const int MostSymbols = 1_000;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.MarketDataRuns;
}

internal sealed class RefreshMarketDataValidator : IValidator<RefreshMarketData>
{
    public IEnumerable<InputFault> FaultsOf(RefreshMarketData request)
    {
        if (request.Symbols is { } symbols && symbols.Count is 0 or > RefreshMarketData.MostSymbols)
            yield return new(["symbols"], $"From 1 to {RefreshMarketData.MostSymbols} symbols are taken at once.");
    }
}

internal sealed class RefreshMarketDataHandler(
    IMarketDataRuns runs, IDemandedAssets assets, IRunQueue queue, IRunProgress progress, AuditNote note, TimeProvider time)
    : IRequestHandler<RefreshMarketData, MarketDataRun>
{
    public async Task<MarketDataRun> Handle(RefreshMarketData request, CancellationToken cancellationToken)
    {
        string[] symbols = [.. (request.Symbols ?? []).Select(symbol => symbol.Trim())];
        await RefuseUnknownAsync(symbols, cancellationToken);

        var run = MarketDataRun.Asked(symbols, time.GetUtcNow());
        note.Concerns(AuditSubject.Of(run.Id));
        if (!await runs.TryBeginAsync(run, note, cancellationToken))
        {
            // One that was cut off is taken up again by being asked for.
            await queue.WakeAsync(cancellationToken);
            throw new RefusedException(new Conflict("A run of the market-data update goes on already."));
        }

        progress.Publish(run.Id);
        await queue.WakeAsync(cancellationToken);
        return run;
    }

    private async Task RefuseUnknownAsync(string[] symbols, CancellationToken cancellationToken)
    {
        if (symbols.Length == 0) return;

        var known = (await assets.ReadAsync(symbols, cancellationToken)).Select(asset => asset.Symbol).ToHashSet(StringComparer.OrdinalIgnoreCase);
        InputFault[] faults =
        [
            .. symbols.Index().Where(symbol => !known.Contains(symbol.Item)).Select(symbol => new InputFault(
                ["symbols", symbol.Index.ToString(CultureInfo.InvariantCulture)], $"No asset of the catalogue has the symbol {symbol.Item}.")),
        ];
        if (faults.Length > 0) throw new RefusedException(new ValidationRefusal(faults));
    }
}
