using System.Globalization;
using Investr.Api.Paging;
using Investr.Application;
using Investr.Application.Portfolios;
using Investr.Application.Users;
using Investr.DataLoader;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Portfolios;

/// <summary>A collection of investments that is looked at as one, with the ledger of everything that happened in it.</summary>
[ObjectType<Portfolio>(
    BindExplicitly = true,
    Include =
    [
        nameof(Portfolio.Id), nameof(Portfolio.Name), nameof(Portfolio.Description), nameof(Portfolio.BaseCurrency),
        nameof(Portfolio.CostBasisMethod), nameof(Portfolio.CreatedAt), nameof(Portfolio.Members),
    ])]
[Node]
internal static class PortfolioNode
{
    /// <summary>Changes with every change; given back to a mutation, it guards against a lost update.</summary>
    public static string GetVersion([Parent] Portfolio portfolio) => portfolio.Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whose it is.</summary>
    [Cost(1)]
    public static Task<User> GetOwnerAsync([Parent] Portfolio portfolio, IUserLoader users, CancellationToken cancellationToken) =>
        users.LoadRequiredAsync(portfolio.OwnerId, cancellationToken);

    /// <summary>What the caller may do with it.</summary>
    [Cost(0)]
    public static AccessLevel GetAccess([Parent] Portfolio portfolio, IViewer viewer) =>
        portfolio.AccessOf(viewer.RequiredId) ?? throw new InvalidOperationException("A portfolio was shown to someone without access.");

    /// <summary>The ledger's entries that count, newest first.</summary>
    /// <param name="where">Which entries.</param>
    /// <param name="order">Another order.</param>
    /// <param name="includeSuperseded">Whether entries that were corrected or voided are among them.</param>
    [UsePaging(MaxPageSize = 500)]
    public static async Task<Connection<Transaction>> GetTransactionsAsync(
        [Parent] Portfolio portfolio,
        PagingArguments page,
        TransactionFilter? where,
        IReadOnlyList<TransactionSort>? order,
        IMediator mediator,
        CancellationToken cancellationToken,
        bool includeSuperseded = false) =>
        (await mediator.Send(
            new ListTransactions(portfolio.Id, page.ToRequest(), where, order, includeSuperseded), cancellationToken)).ToConnection();

    [NodeResolver]
    public static Task<Portfolio?> GetPortfolioAsync(PortfolioId id, IMediator mediator, CancellationToken cancellationToken) =>
        PortfolioQueries.GetPortfolioAsync(id, mediator, cancellationToken);
}

/// <summary>Somebody with whom the owner shares a portfolio.</summary>
[ObjectType<PortfolioMember>(Ignore = [nameof(PortfolioMember.User)])]
internal static class PortfolioMemberType
{
    /// <summary>Who.</summary>
    [Cost(1)]
    public static Task<User> GetUserAsync([Parent] PortfolioMember member, IUserLoader users, CancellationToken cancellationToken) =>
        users.LoadRequiredAsync(member.User, cancellationToken);
}
