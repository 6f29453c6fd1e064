using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Portfolios;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Replays ledgers, each once for a day and a method while it has not changed.</summary>
internal sealed class PositionsLoader(
    ILedgerLoader ledgers, IPortfolioLoader portfolios, KeptReplays replays, IBatchScheduler scheduler)
    : BatchDataLoader<PositionsKey, Positions>(scheduler), IPositionsLoader
{
    protected override async Task<IReadOnlyDictionary<PositionsKey, Positions>> LoadBatchAsync(
        IReadOnlyList<PositionsKey> keys, CancellationToken cancellationToken)
    {
        PortfolioId[] ids = [.. keys.Select(key => key.Portfolio).Distinct()];
        var known = (await portfolios.LoadAsync(ids, cancellationToken)).OfType<Portfolio>().ToDictionary(portfolio => portfolio.Id);
        var read = ids.Zip(await ledgers.LoadAsync(ids, cancellationToken)).ToDictionary(pair => pair.First, pair => pair.Second);
        return keys.Where(key => known.ContainsKey(key.Portfolio)).ToDictionary(
            key => key,
            key => replays.Of(read[key.Portfolio]!, key.Method ?? known[key.Portfolio].CostBasisMethod, key.AsOf));
    }
}
