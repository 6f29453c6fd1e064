using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Infrastructure.Persistence.Loaders;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class AssetRepository(InvestrDbContext context) : IAssetRepository
{
    public void Add(Asset asset) => context.Add(asset);

    public Task<Asset?> FindAsync(AssetId id, CancellationToken cancellationToken) =>
        context.Assets.SingleOrDefaultAsync(asset => asset.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Asset>> FindListedAsync(IReadOnlyCollection<string> symbols, CancellationToken cancellationToken) =>
        await context.Assets
            .Where(asset => asset.OwnerId == null && EF.Parameter(symbols).Contains(TextMatching.AsStored(asset.Symbol)))
            .ToListAsync(cancellationToken);
}
