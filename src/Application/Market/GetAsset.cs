using Investr.Domain.Market;
using MediatR;

namespace Investr.Application.Market;

/// <summary>An asset of the catalogue, or one of the viewer's own; null where there is none that they may see.</summary>
/// <param name="AssetId">The asset.</param>
public sealed record GetAsset(AssetId AssetId) : IRequest<Asset?>;

internal sealed class GetAssetHandler(IAssetLoader assets, IViewer viewer) : IRequestHandler<GetAsset, Asset?>
{
    public async Task<Asset?> Handle(GetAsset request, CancellationToken cancellationToken) =>
        await assets.LoadAsync(request.AssetId, cancellationToken) is { } asset && (asset.OwnerId is null || asset.OwnerId == viewer.Id)
            ? asset
            : null;
}
