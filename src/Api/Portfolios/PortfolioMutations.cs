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

    /// <summary>Changes what a portfolio is called, what it is for and how its sales are matched; what is left out stays. For its owner.</summary>
    [Authorize]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    [Error<Conflict>]
    public static Task<Portfolio> UpdatePortfolioAsync(UpdatePortfolioInput input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input.ToRequest(), cancellationToken);

    /// <summary>Deletes a portfolio with its whole ledger, for its members too; there is no way back. For its owner.</summary>
    [Authorize]
    [UseMutationConvention(PayloadFieldName = "deletedPortfolioId")]
    [Error<NotFound>]
    [Error<Conflict>]
    public static Task<PortfolioId> DeletePortfolioAsync(DeletePortfolio input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Lets somebody with an account see a portfolio or record in it, or changes which of the two. For its owner.</summary>
    [Authorize]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    public static Task<Portfolio> SharePortfolioAsync(SharePortfolio input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Shuts a member out of a portfolio again. For its owner.</summary>
    [Authorize]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    public static Task<Portfolio> UnsharePortfolioAsync(UnsharePortfolio input, IMediator mediator, CancellationToken cancellationToken) =>
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
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    [Error<InsufficientQuantity>]
    [Error<Conflict>]
    public static Task<Portfolio> VoidTransactionAsync(VoidTransaction input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);
}

/// <summary>What changes of a portfolio.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is for; null or empty takes it away.</param>
/// <param name="CostBasisMethod">How its sales are matched with lots, those already recorded included.</param>
/// <param name="Version">The version that was read; where the portfolio has another by now, nothing is changed.</param>
internal sealed record UpdatePortfolioInput(
    PortfolioId PortfolioId,
    string? Name = null,
    Optional<string> Description = default,
    CostBasisMethod? CostBasisMethod = null,
    string? Version = null)
{
    public UpdatePortfolio ToRequest() =>
        new(PortfolioId, Name, Description.HasValue ? Description.Value ?? "" : null, CostBasisMethod, Version);
}
