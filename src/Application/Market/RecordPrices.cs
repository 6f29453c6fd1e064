using System.Globalization;
using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Application.Valuation;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Market;

/// <summary>Records closes by hand: of the viewer's own assets, and of any asset of the catalogue for an analyst or administrator.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="Prices">Its closes, in its currency; one already there for a day is replaced. <see cref="MostPrices"/> at most.</param>
public sealed record RecordPrices(AssetId AssetId, IReadOnlyList<PriceDraft> Prices) : IRequest<RecordedPrices>, IAudited
{
    /// <summary>How many prices one call may bring.</summary>
    public const int MostPrices = 10_000;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(AssetId);
}

/// <summary>A close that somebody knows.</summary>
/// <param name="Date">The day.</param>
/// <param name="Close">The price of one unit.</param>
public sealed record PriceDraft(DateOnly Date, decimal Close);

/// <summary>What was recorded.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Recorded">How many closes were kept.</param>
public sealed record RecordedPrices(Asset Asset, int Recorded);

/// <summary>This takes a role that the caller does not have.</summary>
/// <param name="Role">The role.</param>
public sealed record RoleNeeded(Role Role) : Refusal("AUTH_NOT_AUTHORIZED")
{
    /// <inheritdoc/>
    public override string Message => $"This takes the role {Role.ToString().ToUpperInvariant()}.";
}

internal sealed class RecordPricesValidator(TimeProvider time) : IValidator<RecordPrices>
{
    private const decimal MostMoney = 1_000_000_000_000m;

    public IEnumerable<InputFault> FaultsOf(RecordPrices request)
    {
        if (request.Prices.Count is 0 or > RecordPrices.MostPrices)
            yield return new(["prices"], $"From 1 to {RecordPrices.MostPrices} prices are taken at once.");

        HashSet<DateOnly> days = [];
        foreach (var (place, price) in request.Prices.Index())
        {
            var path = new[] { "prices", place.ToString(CultureInfo.InvariantCulture) };
            if (price.Close is not (> 0 and <= MostMoney))
                yield return new([.. path, "close"], $"A price is more than 0 and at most {MostMoney:N0}.");
            if (MarketDays.FaultOf(price.Date, time) is { } fault) yield return new([.. path, "date"], fault);
            else if (!days.Add(price.Date)) yield return new([.. path, "date"], "The day has a price in the list already.");
        }
    }
}

internal sealed class RecordPricesHandler(
    IAssetLoader assets,
    IPriceStore store,
    IQuoteLoader quotes,
    IPriceTicks ticks,
    IPriceSeriesLoader series,
    IClosingQuoteLoader closes,
    ValuationLoader values,
    AuditNote note,
    IViewer viewer) : IRequestHandler<RecordPrices, RecordedPrices>
{
    public async Task<RecordedPrices> Handle(RecordPrices request, CancellationToken cancellationToken)
    {
        var asset = await assets.LoadAsync(request.AssetId, cancellationToken);
        if (asset is null || (asset.OwnerId is { } owner && owner != viewer.RequiredId)) throw new RefusedException(new NotFound("asset"));
        if (!asset.IsCustom && !viewer.IsIn(Role.Analyst) && !viewer.IsIn(Role.Admin)) throw new RefusedException(new RoleNeeded(Role.Analyst));

        await store.WriteAsync(
            [.. request.Prices.Select(price => new StoredPrice(asset.Id, price.Date, price.Close, asset.Currency, StoredPrice.ByHand))],
            note,
            cancellationToken);

        // What the request asks for from now on shows them.
        quotes.ClearCache();
        series.ClearCache();
        closes.ClearCache();
        values.ClearCache();

        // No source quotes what is one's own, so whoever watches it hears of it from here.
        if (asset.IsCustom && await quotes.LoadAsync(asset.Id, cancellationToken) is { } newest) ticks.Publish(newest);
        return new(asset, request.Prices.Count);
    }
}
