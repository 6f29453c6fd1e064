using Investr.Application.Portfolios;
using Investr.Domain;
using Investr.Domain.Portfolios;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Portfolios;

[MutationType]
internal static class PortfolioMutations
{
    /// <summary>Makes a portfolio, owned by the caller and empty.</summary>
    [Authorize]
    [Error<ValidationRefusal>]
    public static Task<Portfolio> CreatePortfolioAsync(CreatePortfolio input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Enters transactions in a portfolio's ledger: all of them, or none.</summary>
    [Authorize]
    [UseMutationConvention(SpreadResult = true)]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    [Error<InsufficientQuantity>]
    [Error<Conflict>]
    public static Task<RecordedTransactions> RecordTransactionsAsync(
        RecordTransactions input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Enters a transaction in place of an earlier entry, which stays to be read and counts no longer.</summary>
    [Authorize]
    [UseMutationConvention(SpreadResult = true)]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    [Error<InsufficientQuantity>]
    [Error<Conflict>]
    public static Task<CorrectedTransaction> CorrectTransactionAsync(
        CorrectTransaction input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Takes an entry out of its ledger: it stays to be read and counts no longer.</summary>
    [Authorize]
    [Error<NotFound>]
    [Error<InsufficientQuantity>]
    [Error<Conflict>]
    public static Task<Portfolio> VoidTransactionAsync(VoidTransaction input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);
}
