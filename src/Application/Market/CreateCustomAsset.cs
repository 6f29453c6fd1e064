using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using MediatR;

namespace Investr.Application.Market;

/// <summary>Makes an asset that the viewer alone sees, such as a flat or a share in a firm; its prices are recorded by hand.</summary>
/// <param name="Symbol">The ticker under which the viewer knows it; their own assets each have another one.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">What kind of instrument it is.</param>
/// <param name="Currency">The currency in which it is priced.</param>
/// <param name="Class">The class of risk; by its type, if left out.</param>
/// <param name="Country">The country, ISO 3166-1 alpha-2.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Industry">The industry, finer than the sector.</param>
public sealed record CreateCustomAsset(
    string Symbol,
    string Name,
    AssetType Type,
    Currency Currency,
    AssetClass? Class = null,
    string? Country = null,
    string? Sector = null,
    string? Industry = null) : IRequest<Asset>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Assets;

    internal AssetDetails Details => new(Symbol.Trim(), Name.Trim(), Type, Currency)
    {
        Class = Class, Country = Country, Sector = Sector, Industry = Industry,
    };
}

internal sealed class CreateCustomAssetValidator : IValidator<CreateCustomAsset>
{
    public IEnumerable<InputFault> FaultsOf(CreateCustomAsset request) => AssetRules.FaultsOf(request.Details);
}

internal sealed class CreateCustomAssetHandler(
    IAssetRepository assets, IAssetBySymbolLoader bySymbol, IViewer viewer, AuditNote note, IUnitOfWork work, TimeProvider time)
    : IRequestHandler<CreateCustomAsset, Asset>
{
    public async Task<Asset> Handle(CreateCustomAsset request, CancellationToken cancellationToken)
    {
        var asset = Asset.Custom(AssetId.New(time.GetUtcNow()), viewer.RequiredId, request.Details);
        assets.Add(asset);
        note.Concerns(AuditSubject.Of(asset.Id));
        try
        {
            await work.CommitAsync(cancellationToken);
        }
        catch (RefusedException refused) when (refused.Refusal is Conflict)
        {
            // The only unique rule of a custom asset is that its owner has no other one with the symbol.
            throw new RefusedException(new ValidationRefusal("symbol", $"You have an asset with the symbol {asset.Symbol} already."));
        }

        bySymbol.ClearCache();
        return asset;
    }
}
