using Investr.Application.Watchlists;
using Investr.Domain;
using Investr.Domain.Watchlists;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Watchlists;

[MutationType]
internal static class WatchlistMutations
{
    /// <summary>Makes a list of assets to follow. Each symbol that nothing has is an error, and then nothing is made.</summary>
    [Authorize]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    public static Task<Watchlist> CreateWatchlistAsync(CreateWatchlist input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Renames a list, takes symbols off it and puts others on it. Each symbol that nothing has is an error, and then nothing is changed.</summary>
    [Authorize]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    public static Task<Watchlist> UpdateWatchlistAsync(UpdateWatchlist input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Deletes a list; its assets stay what they are.</summary>
    [Authorize]
    [UseMutationConvention(PayloadFieldName = "deletedWatchlistId")]
    [Error<NotFound>]
    public static Task<WatchlistId> DeleteWatchlistAsync(DeleteWatchlist input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);
}
