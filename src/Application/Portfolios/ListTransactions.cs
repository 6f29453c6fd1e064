using Investr.Application.Filtering;
using Investr.Application.Pipeline;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Portfolios;

/// <summary>The entries of a portfolio's ledger that count, newest first unless another order is asked for.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="Page">Which part of the list.</param>
/// <param name="Where">Which entries; all, if left out.</param>
/// <param name="Order">By what they are sorted, the first first.</param>
/// <param name="IncludeSuperseded">Whether those that were corrected or voided are among them.</param>
public sealed record ListTransactions(
    PortfolioId PortfolioId,
    PageRequest Page = default,
    TransactionFilter? Where = null,
    IReadOnlyList<TransactionSort>? Order = null,
    bool IncludeSuperseded = false) : IRequest<Page<Transaction>>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

/// <summary>What an entry must be like. What is left out does not count.</summary>
public sealed record TransactionFilter
{
    /// <summary>What it records.</summary>
    public TransactionTypeFilter? Type { get; init; }

    /// <summary>The symbol of its asset.</summary>
    public StringFilter? Symbol { get; init; }

    /// <summary>The day on which it happened.</summary>
    public DateFilter? TradeDate { get; init; }
}

/// <summary>Of which types an entry may be. What is left out does not count.</summary>
public sealed record TransactionTypeFilter
{
    /// <summary>This one.</summary>
    public TransactionType? Eq { get; init; }

    /// <summary>One of these.</summary>
    public IReadOnlyList<TransactionType>? In { get; init; }
}

/// <summary>By what entries are sorted.</summary>
public sealed record TransactionSort
{
    /// <summary>By the day on which it happened.</summary>
    public SortDirection? TradeDate { get; init; }

    /// <summary>By the moment at which it was entered.</summary>
    public SortDirection? RecordedAt { get; init; }
}

internal sealed class ListTransactionsHandler(ITransactionPages pages) : IRequestHandler<ListTransactions, Page<Transaction>>
{
    private static readonly TransactionSort[] NewestFirst = [new() { TradeDate = SortDirection.Desc }];

    public Task<Page<Transaction>> Handle(ListTransactions request, CancellationToken cancellationToken) => pages.ListAsync(
        request.PortfolioId,
        request.Where,
        request.Order is { Count: > 0 } order ? order : NewestFirst,
        request.IncludeSuperseded,
        request.Page,
        cancellationToken);
}
