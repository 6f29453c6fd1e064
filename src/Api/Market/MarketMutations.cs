using Investr.Api.Users;
using Investr.Application.Market;
using Investr.Application.Market.Daily;
using Investr.Domain;
using Investr.Domain.Market;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Market;

[MutationType]
internal static class MarketMutations
{
    /// <summary>Makes an asset that the caller alone sees; until recordPrices gives it a price it counts at cost.</summary>
    [Authorize]
    [Error<ValidationRefusal>]
    public static Task<Asset> CreateCustomAssetAsync(CreateCustomAsset input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>
    /// Records closes by hand: of the caller's own assets; of any asset of the catalogue for an ANALYST or ADMIN. A price already
    /// there for a day is replaced.
    /// </summary>
    [Authorize]
    [UseMutationConvention(SpreadResult = true)]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    public static Task<RecordedPrices> RecordPricesAsync(RecordPrices input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Keeps the catalogue: by symbol, new assets are added and known ones changed, all or none. ANALYST or ADMIN.</summary>
    [Authorize(Roles = [RoleNames.Analyst, RoleNames.Admin])]
    [Error<ValidationRefusal>]
    public static Task<IReadOnlyList<Asset>> UpsertAssetsAsync(UpsertAssets input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Records exchange rates by hand, which come before those of any source. ANALYST or ADMIN.</summary>
    [Authorize(Roles = [RoleNames.Analyst, RoleNames.Admin])]
    [UseMutationConvention(SpreadResult = true)]
    [Error<ValidationRefusal>]
    public static Task<RecordedRates> RecordExchangeRatesAsync(
        RecordExchangeRates input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>
    /// Begins a run of the market-data update now, of all that anybody holds or watches, or of some symbols; marketDataRunProgressed tells
    /// how it goes on. There is one run at a time: while one goes on the answer is a conflict. ANALYST or ADMIN.
    /// </summary>
    [Authorize(Roles = [RoleNames.Analyst, RoleNames.Admin])]
    [UseMutationConvention(PayloadFieldName = "run")]
    [Error<ValidationRefusal>]
    [Error<Conflict>]
    public static Task<MarketDataRun> RefreshMarketDataAsync(RefreshMarketData input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);
}
